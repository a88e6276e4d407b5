// What a page's own TypeScript can do with the declarations: all of it, and nothing that it should not.
import init, { diagnose, evaluate, incentive, instrument, pace, plan, score, useInstrument, version } from "../../static/middle-layer.js";
import type {
  Answer,
  Change,
  Choice,
  Diagnosis,
  DoctorReport,
  DoctorResult,
  ElementErrorCode,
  ElementOptions,
  ElementState,
  Engine,
  Estimate,
  Evaluation,
  Figures,
  Form,
  IncentiveInput,
  IncentiveResult,
  Instrument,
  Metric,
  MiddleLayerDoctorElement,
  MiddleLayerElement,
  MiddleLayerError,
  MiddleLayerEventMap,
  MiddleLayerGlobal,
  OwnInstrument,
  PaceOptions,
  PaceResult,
  PathInput,
  Pilot,
  PillarId,
  PlanOptions,
  PlanResult,
  Problem,
  ProblemCode,
  ProgressDetail,
  Response,
  Role,
  Score,
  SpecialMove,
  Step,
  Versions,
} from "../../static/middle-layer.js";

declare function use(...values: unknown[]): void;

// ---- The engine ----

await init();
await init({ module_or_path: new Uint8Array() });
const versions: Versions = version();
const asked: Instrument = instrument("en");
const answer: Answer = "na";
const response: Response = {
  format: "middle-layer/response",
  version: 1,
  instrument: { id: asked.id, version: asked.version, hash: asked.hash },
  id: "00112233445566778899aabbccddeeff",
  rollout: "Letter drafts",
  role: "manager" satisfies Role,
  form: "full" satisfies Form,
  unit: "Claims",
  pilot: "partly" satisfies Pilot,
  answers: { SIG1: 5, FRI5: answer },
  attribution: ["s1", "c2"],
  pages: [{ items: 7, seconds: 40 }],
  week: "2026-W48",
};
const scores: Score = score(response);
const pillar: PillarId = "decisionRights";
const estimate: Estimate = scores.pillars[pillar];
const evaluation: Evaluation = evaluate(response);
const figures: Figures = evaluation.figures;
const diagnosis: Diagnosis = diagnose(figures);
const special: SpecialMove[] = diagnosis.special;
try {
  score(response);
} catch (thrown) {
  const error = thrown as MiddleLayerError;
  const problems: Problem[] = error.problems;
  const code: ProblemCode = error.code;
  use(problems, code, error.path);
}
// @ts-expect-error An answer is a whole number from 1 to 5, or "na".
response.answers["SIG1"] = 6;

// ---- An organisation's own questions ----

const { hash, ...rest } = asked;
const file: OwnInstrument = { ...rest, id: "acme", words: { unit: "Department" }, links: { handIn: { url: "https://a.example", until: "2026-12-18" } } };
const ours: Engine = useInstrument(file);
use(hash, ours.instrument().links?.ask?.label, ours.score(response), useInstrument("{}").evaluate(response).versions.instrument);
// @ts-expect-error A link has an address.
file.links = { ask: { label: "Jo Berg" } };

// ---- The models ----

const six: Record<Metric, number> = { service: 1, operations: 2, engagement: 1, compliance: 0, budget: 1, risk: 1 };
const scorecard: IncentiveInput = { weights: six, transition: { ...six, risk: -2 }, settled: six, horizonMonths: 24 };
const chosen: IncentiveResult = incentive(scorecard);
const choice: Choice = chosen.choice;
const step: Step = { id: "Legal", kind: "approval", waitDays: 5, returnChance: 0.1, timesRun: 20, timesCaught: 1 };
const path: PathInput = { plannedDays: 30, steps: [{ id: "Build", kind: "work", touchDays: 10 }, step] };
const usual: PaceOptions = { seed: 1, trials: 1000, calendar: "independent" };
const paced: PaceResult = pace(path, usual);
const within: PlanOptions = { rates: "cautious", minProtection: 0.9, assumptions: { delegateDays: 2 } };
const planned: PlanResult = plan(path, within);
const change: Change | undefined = planned.changes["Legal"];
use(choice, chosen.contributions.transformation, paced.simulation.p85, change, pace(planned.path), plan(path, null));
// @ts-expect-error A step has a kind.
path.steps.push({ id: "Risk" });
// What a response may carry, and what is then known.
const carrying: Response = { ...response, incentive: scorecard, path };
use(evaluate(carrying).incentive?.relief, evaluate(carrying).pace?.leadTime);

// ---- The element ----

const element: MiddleLayerElement = document.createElement("middle-layer");
const found: MiddleLayerElement | null = document.querySelector("middle-layer");
element.questions = "pulse";
element.respondent = "manager";
element.unit = null;
element.units = "Claims, Sales";
element.mode = "frame";
element.rollout = "Letter drafts";
element.storage = "none";
element.session = "spring";
element.handIn = "page";
element.instrument = "/our-questions.json";
element.base = "https://intranet.example/middle-layer/";
element.theme = "dark";
element.view = "take";
element.lang = "de";
element.start();
element.reset();
element.destroy();
const state: ElementState = element.state;
const handedIn: Response | null = element.handedIn;
// @ts-expect-error Only the person hands in.
element.handedIn = response;

element.addEventListener("middle-layer-ready", (event) => use(event.detail.version));
element.addEventListener("middle-layer-progress", ({ detail }) => {
  const progress: ProgressDetail = detail;
  use(progress.answered, progress.total, progress.page);
});
document.addEventListener("middle-layer-complete", ({ detail }) => use(detail.answered, detail.total));
window.addEventListener("middle-layer-saved", ({ detail }) => use(detail.name));
element.addEventListener("middle-layer-handed-in", ({ detail }) => use(detail.response.answers, detail.evaluation.diagnosis));
element.addEventListener("middle-layer-error", ({ detail }) => {
  const code: ElementErrorCode = detail.code;
  use(code, detail.message);
});
const doctor: MiddleLayerDoctorElement = document.createElement("middle-layer-doctor");
doctor.setAttribute("src", "/middle-layer/");
doctor.addEventListener("middle-layer-doctor-report", ({ detail }) => {
  const report: DoctorReport = detail;
  const inTheWay: DoctorResult[] = report.results.filter(({ status }) => status === "fail");
  use(report.works, inTheWay[0]?.remedies[0]?.text, doctor.report);
});
const names: (keyof MiddleLayerEventMap)[] = ["middle-layer-ready"];

// ---- For scripts ----

const global: MiddleLayerGlobal = await window.MiddleLayer.ready;
const engine: Engine = await global.engine();
const options: ElementOptions = { questions: "full", handIn: "page" };
const mounted: MiddleLayerElement = global.mount(document.body, options);
// @ts-expect-error There is no such form.
global.mount(document.body, { questions: "short" });

use(versions, estimate, special, found, state, handedIn, names, engine.score(response), mounted, global.version);
