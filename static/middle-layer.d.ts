/**
 * Middle Layer: where does the pace of an AI rollout go, and what should change first?
 *
 * First the engine, as the module `middle-layer.js` exports it; then the element `<middle-layer>` and
 * `window.MiddleLayer`, as the script `embed.js` defines them.
 *
 * Call `init` once, then any function. They are pure: they need no page, change no argument, and give the same
 * result for the same input on every machine. Bad input throws a {@link MiddleLayerError}.
 */

/**
 * Loads the engine. Without an argument it fetches `middle-layer_bg.wasm` from beside this file; in Node, or where a
 * page may not fetch, pass the bytes.
 */
export default function init(input?: { module_or_path?: BufferSource | URL | string }): Promise<unknown>;

/** Which versions compute results of the built-in instrument. */
export function version(): Versions;

/** What is asked. There is one language so far, and every locale gets it. */
export function instrument(locale?: string): Instrument;

/**
 * The same functions for an organisation's own questions: from the text of its file, or from what that holds. A file
 * with any problem is refused with all of them, each with its place. Its responses name it by `id` and `hash`; those
 * of other questions are refused.
 */
export function useInstrument(file: string | OwnInstrument): Engine;

/** The scores of one response. */
export function score(response: Response): Score;

/**
 * Everything known about one response: scores, the figures a diagnosis takes, the diagnosis, and what the models say
 * where the response carries their input.
 */
export function evaluate(response: Response): Evaluation;

/** What figures support, and what should change first: of one person, or of a group. */
export function diagnose(figures: Figures): Diagnosis;

/** Whether moving now, later or never is the best choice of a manager who is judged like this. */
export function incentive(input: IncentiveInput): IncentiveResult;

/** How long a unit takes on its path, what each control adds, and what it catches. */
export function pace(path: PathInput, options?: PaceOptions | null): PaceResult;

/** The fastest set of changes that keeps the protection. */
export function plan(path: PathInput, options?: PlanOptions | null): PlanResult;

/** What every function throws for bad input. */
export interface MiddleLayerError extends Error {
  name: "MiddleLayerError";
  /** Stable, in kebab-case, for example `unknown-item`. */
  code: ProblemCode;
  /** Where: names and list positions joined by dots, for example `answers.SIG9`; empty for the input as a whole. */
  path: string;
  /** What to do about it. */
  message: string;
  /** Everything that is wrong, the first of which is the error itself; at most 100. */
  problems: Problem[];
}

/** One thing that is wrong with an input. */
export interface Problem {
  code: ProblemCode;
  path: string;
  message: string;
}

/** More may come; treat one you do not know as any other. */
export type ProblemCode =
  | "too-large"
  | "not-json"
  | "too-deep"
  | "not-plain-data"
  | "wrong-type"
  | "missing"
  | "unknown-format"
  | "unknown-version"
  | "other-instrument"
  | "unknown-item"
  | "item-of-another-role"
  | "item-of-another-form"
  | "not-an-answer"
  | "unknown-option"
  | "repeated-option"
  | "too-many-options"
  | "exclusive-option"
  | "unknown-value"
  | "out-of-range"
  | "too-long"
  | "wrong-form"
  | "unknown-field"
  | "reversed-interval"
  | "repeated-item"
  | "never-shown"
  | "wrong-count"
  | "not-opposite"
  | "reserved-id"
  | "not-a-link"
  | "no-weight"
  | "too-many"
  | "no-work"
  | "too-many-controls"
  | "repeated-id"
  | "unknown-step"
  | "returns-forward"
  | "not-a-control"
  | "split-group"
  | "more-caught-than-run"
  | "circular-backup"
  | "merged-host"
  | "endless-returns"
  | (string & {});

/** What computed a result. Results of equal `instrument` and `scoring` can be compared. */
export interface Versions {
  engine: string;
  /** The version of the built-in instrument; of an organisation's own, its version, `+` and its hash. */
  instrument: string;
  scoring: string;
}

/** Who answers: the managers in the middle, the executives above them, the people who do the work. */
export type Role = "manager" | "executive" | "frontline";

/** How much is asked: everything, or ten to twelve questions. */
export type Form = "full" | "pulse";

/** An answer as shown, or "does not apply / I cannot say". An item that was not answered is absent. */
export type Answer = 1 | 2 | 3 | 4 | 5 | "na";

/** Whether the pilot met its goals. */
export type Pilot = "yes" | "partly" | "no" | "unknown";

/** What one person answered; also the file a respondent saves (`*.middle-layer.json`). */
export interface Response {
  format: "middle-layer/response";
  version: 1;
  /** Which questions were answered. Another version or hash of the built-in ones is read item by item; of an organisation's own, the hash has to be the same. */
  instrument: { id: string; version: string; hash: string };
  /** Random, 1 to 64 of `0-9 A-Z a-z _ -`; says nothing about the person. */
  id: string;
  /** The facilitator's label of the rollout, at most 120 characters. Groups never mix rollouts. */
  rollout?: string;
  role: Role;
  form: Form;
  /** The part of the organisation, at most 120 characters. */
  unit?: string;
  pilot?: Pilot;
  /** Item id to answer. */
  answers: Record<string, Answer>;
  /** Option ids of the ranking, the most important first, at most three; `o3` only alone. */
  attribution?: string[];
  /** How long each page of items was open, in presentation order; the page of the ranking is not among them. */
  pages?: { items: number; seconds: number }[];
  /** ISO week, for example `2026-W48`; no clock time. */
  week?: string;
  /** What the person is rewarded for; only where the person agreed to hand it on. */
  incentive?: IncentiveInput;
  /** The approval path; only where the person agreed to hand it on. */
  path?: PathInput;
}

/**
 * A score from 0 (no barrier reported) to 100 (strongest barrier); 50 is the midpoint of the scale, not a norm.
 * All `null` where too little was answered. The band is not clipped to 0 to 100.
 */
export interface Estimate {
  score: number | null;
  /** Standard error of measurement, in points. */
  sem: number | null;
  band95: [number, number] | null;
}

export type PillarId = "incentives" | "accountability" | "decisionRights" | "operatingBurden";

/** All scores of one person. */
export interface Score {
  /** The constructs that the form shows, by id (`INC`). Readiness (`CUL`) has facets only. */
  constructs: Record<
    string,
    Estimate & { answered: number; applicable: number; status: "ok" | "too_few_answers" | "not_applicable" }
  >;
  /** The facets of readiness that the form shows. */
  facets: Record<string, Estimate & { answered: number }>;
  /** The four pillars; `constructs` is how many were scored. */
  pillars: Record<PillarId, Estimate & { constructs: number }>;
  /** Mean of the pillars; needs three of four. */
  structuralFriction: Estimate & { pillars: number };
  /** Mean of the facets; needs three quarters of those shown. */
  readinessGap: Estimate & { facets: number };
  /** The share of structure in what was reported; `null` where an index is missing or both are 0. */
  evidence: { structureShare: number; sem: number } | null;
  /** The ranking in points (3, 2, 1); `null` where nothing was picked. */
  attribution: {
    points: { cultural: number; structural: number; other: number };
    culturalShare: number | null;
    otherShare: number | null;
  } | null;
  /** Signs of careless responding. Random clicking is mostly not caught without page times. */
  quality: {
    verdict: "ok" | "review" | "exclude_suggested";
    flags: ("longstring" | "low_variability" | "contradiction" | "too_fast")[];
    answered: number;
    longstring: number;
    irv: number | null;
    contradiction: number | null;
    pairs: number;
    /** For information; never raises a flag. */
    evenOdd: number | null;
  };
}

/**
 * The figures a diagnosis rests on: plain numbers, not estimates. `null` or absent is not available; scores are 0 to
 * 100, shares 0 to 1. A field that is not listed here is an error.
 */
export interface Figures {
  stallSignal?: number | null;
  constructs?: Record<string, number | null>;
  facets?: Record<string, number | null>;
  pillars?: Record<string, number | null>;
  structuralFriction?: number | null;
  readinessGap?: number | null;
  /** Structural friction less readiness gap. */
  difference?: number | null;
  differenceBand95?: [number, number] | null;
  /** Half width of the 95 % interval of constructs and facets, by id; 10 where absent. */
  halfWidths?: Record<string, number>;
  /** Share of managers for whom moving now is not the best choice. */
  rationalDelayShare?: number | null;
  rationalDelayBand95?: [number, number] | null;
  /** Share of the transition penalty to waive. */
  relief?: number | null;
  successChance?: number | null;
  /** Planned over expected lead time. */
  paceFraction?: number | null;
  /** Share of the delay that comes from controls that were not planned. */
  controlShare?: number | null;
  /** Of at least three executives. */
  executiveCulturalShare?: number | null;
  otherShare?: number | null;
  frictionCompliance?: number | null;
  frictionRisk?: number | null;
  pilot?: Pilot | null;
  /** Whether it is known what each control catches. */
  catchData?: boolean | null;
  /** Constructs on which executives and managers clearly differ. */
  clearGaps?: string[];
}

export type SpecialMove = "show_the_miss" | "check_technology_and_case" | "collect_more" | "keep_going";

export interface Diagnosis {
  stall: "clear" | "some" | "none" | "unknown";
  /** What the survey alone says. */
  source: "insufficient" | "structural" | "cultural" | "both" | "neither" | "unclear";
  /** How far the models support a structural reading, -2 to 2. */
  corroboration: number;
  /** What survey and models say together. */
  verdict:
    | "structural"
    | "cultural"
    | "both"
    | "hidden_structural"
    | "elsewhere"
    | "aligned"
    | "unclear"
    | "insufficient";
  strength: "strong" | "moderate" | "contested" | "tentative" | "none";
  /** The executives' explanation beside the evidence. */
  miss: {
    executiveShare: number;
    evidenceShare: number;
    difference: number;
    kind: "miss" | "reverse_miss" | "none";
  } | null;
  archetypes: string[];
  /** Facets of readiness that lead, whatever the verdict. */
  readinessFacets: string[];
  /** Moves that follow from the verdict as a whole, in order. */
  special: SpecialMove[];
  /** At most five, in order. Notes are the conflicts `K1` to `K8`. */
  moves: {
    id: string;
    name: string;
    kind: "structural" | "cultural";
    barrier: number;
    priority: number;
    notes: string[];
  }[];
}

/** Everything known about one response. */
export interface Evaluation {
  versions: Versions;
  score: Score;
  figures: Figures;
  diagnosis: Diagnosis;
  /** The incentive model; `null` where the response carries no incentives. */
  incentive: IncentiveResult | null;
  /** The pace model, with the usual options; `null` where the response carries no path. */
  pace: PaceResult | null;
}

/** What a manager answers for. */
export type Metric = "service" | "operations" | "engagement" | "compliance" | "budget" | "risk";

/** What a manager can do about the rollout. */
export type Choice = "now" | "delay" | "never";

/** What a manager is judged on, and what the rollout does to it. Absent numbers have the value in brackets. */
export interface IncentiveInput {
  /** How much each counts, 0 or more and not all 0; only their proportions matter. */
  weights: Record<Metric, number>;
  /** While the rollout is put in place, from -2 (much worse) to 2 (much better). Needed where there is weight. */
  transition: Partial<Record<Metric, number>>;
  /** Once it has settled, from -2 to 2. Needed where there is weight. */
  settled: Partial<Record<Metric, number>>;
  /** 0 to 24 (6). */
  disruptionMonths?: number;
  /** How many months ahead the reviews look, 1 to 60 (12). */
  horizonMonths?: number;
  /** If one waits, for how long, 0 to 24 (6). */
  delayMonths?: number;
  /** That the rollout works here, 0 to 1 (0.7). */
  successChance?: number;
  /** How much of that is known after waiting, 0 to 1 (0.5). */
  learning?: number;
  /** How much easier it is if others go first, 0 to 1 (0.25). */
  easierLater?: number;
  /** How many times a beat a miss of the same size counts, 1 to 5 (2). */
  lossAversion?: number;
  /** Share of the evaluation that depends on results of the rollout, 0 to 1 (0). */
  transformationShare?: number;
  /** For being on plan, 0 to 2 (1). */
  credit?: number;
  /** For being behind plan, 0 to 2 (1). */
  blame?: number;
  /** By month, 0 to 0.1 (0). */
  discount?: number;
}

/** The choice and what it hangs on. It describes incentives as entered, not a person's character. */
export interface IncentiveResult {
  choice: Choice;
  /** The better one of the other two. */
  rival: "delay" | "never";
  /** Whether a small change of what was entered would change the choice. */
  closeCall: boolean;
  /** Effect of each choice on the evaluation, in steps times months. */
  payoff: Record<Choice, number>;
  /** The same by month within the horizon. */
  average: Record<Choice, number>;
  /** The transformation share from which on moving now is the best choice; `null` where there is none. */
  breakEven: number | null;
  breakEvenAgainst: Record<"delay" | "never", number | null>;
  /** Break-even share less the share there is. */
  gap: number | null;
  /** What makes up the margin between moving now and its rival; they sum to it. */
  contributions: Record<Metric | "transformation", number>;
  /** What speaks most against moving now. */
  driver: Metric | null;
  /** Share of the transition penalty to waive so that moving now ties; `null` where all of it would not do. */
  relief: number | null;
  /** The same rollout with the organisation's eyes: 36 months ahead, a miss counting as much as a beat. */
  organisation: { choice: Choice; payoff: Record<Choice, number> };
}

/** The path of one unit, from the first step to the last. All times are working days. */
export interface PathInput {
  /** For one unit, 0.1 to 100000. */
  plannedDays?: number;
  /** In the same money as the losses. */
  costOfDelayPerDay?: number;
  /** At most 10000. */
  observedLeadTimes?: number[];
  /** In path order: at least one of work, at most 12 controls, at most 60 in all. */
  steps: Step[];
}

/** One step. Absent numbers are 0 and absent flags `false`, unless another value is named. */
export interface Step {
  /** 1 to 64 characters. */
  id: string;
  name?: string;
  /** Work, or a kind of control. */
  kind: "work" | "review" | "validation" | "approval" | "exception" | "board" | "wait" | "control";
  /** Hands-on, 0 to 10000. */
  touchDays?: number;
  /** On average, 0 to 10000. */
  waitDays?: number;
  /** `queue`: as in an inbox; `fixed`: always the same, the usual for kind `wait`. */
  waitKind?: "queue" | "fixed";
  /** Between two sessions, 0 to 10000; 0 is any time. */
  cadenceDays?: number;
  /** Share of units it applies to, above 0 and up to 1, which is the usual. */
  appliesShare?: number;
  /** Of sending the unit back, 0 to 0.9. */
  returnChance?: number;
  /** Where to: itself or an earlier step; usually the nearest step of work before it. */
  returnsTo?: string;
  /** Steps next to each other with the same group run in parallel. */
  parallelGroup?: string;
  /** The control in whose session it is done, with that one's wait instead of its own. */
  mergedInto?: string;
  /** Part of the original plan. */
  planned?: boolean;
  /** Required, or a miss is not acceptable at any price. */
  protected?: boolean;
  /** In the last twelve months. */
  timesRun?: number;
  /** How often it stopped a real problem. */
  timesCaught?: number;
  lossPerCatch?: number;
  /** The control that would catch the problem instead. */
  backup?: string;
  /** How often it would, 0 to 1. */
  backupCatchShare?: number;
  reason?: "law" | "incident" | "pilot_risk" | "to_be_sure" | "unknown";
}

export interface PaceOptions {
  /** A whole number, 0 to 4294967295 (42). */
  seed?: number;
  /** Simulated units, 2 to 1000000 (10000). */
  trials?: number;
  /** `fixed`, the usual: sessions stand on a calendar. `independent`: each wait is drawn anew. */
  calendar?: "independent" | "fixed";
}

/** What can be done with a control, the mildest first. */
export type Change = "keep" | "streamline" | "parallel" | "delegate" | "merge" | "retire";

export interface PaceResult {
  /** Expected days of one unit, exact. */
  leadTime: number;
  /** The hands-on days in it. */
  activeTime: number;
  /** Active time / lead time. */
  flowEfficiency: number;
  /** Planned days / lead time; `null` without a plan. */
  paceFraction: number | null;
  /** Where the days go, in path order; steps in parallel together. They sum to the lead time. */
  steps: { ids: string[]; days: number }[];
  simulation: {
    calendar: "independent" | "fixed";
    seed: number;
    trials: number;
    mean: number;
    sd: number;
    p50: number;
    p85: number;
    p95: number;
    rankBands95: Record<"p50" | "p85" | "p95", [number, number]>;
    /** Share of units done within the planned days. */
    onPlanShare: number | null;
  };
  drag: {
    /** Expected days with work and planned controls only. */
    baseline: number;
    /** Share of the delay that comes from controls that were not planned; `null` where there is none. */
    controlShare: number | null;
    /** What each control that was not planned adds; they sum to lead time less baseline. */
    shapley: Record<string, number>;
    /** What leaving out each control alone would save today. Not to be mixed with the others. */
    leaveOneOut: Record<string, number>;
  };
  /** How the model compares with what was observed. */
  observed: { count: number; mean: number; z: number; explained: boolean } | null;
  warnings: { code: "calendar-matters" | "parallel-slower" | "no-catch-data"; ids: string[] }[];
  value: {
    /** Expected loss that is caught per unit. */
    caughtLoss: number;
    /** The same at cautious catch rates. */
    caughtLossCautious: number;
    /** Below this cost of a day of delay a control pays; `null` where leaving it out saves no time. */
    pricePerDay: Record<string, { point: number | null; cautious: number | null }>;
    /** What to do with each control alone; `null` without `costOfDelayPerDay`. */
    verdicts: Record<string, { option: Change; firm: boolean; trial: Change | null }> | null;
  };
}

export interface PlanOptions {
  /** Catch rates as observed (`point`, the usual), or the highest that the numbers do not speak against. */
  rates?: "point" | "cautious";
  /** Share of today's expected catches to keep, 0 to 1 (1). */
  minProtection?: number;
  /** At most so many controls are changed, 0 to 12. */
  maxChanges?: number;
  /** What changes are assumed to do, 0 to 1 each, days up to 1000. */
  assumptions?: {
    /** Share of the wait that is left (0.5). */
    streamlineWait?: number;
    /** Share of the days between sessions that is left (0.5). */
    streamlineCadence?: number;
    /** Share of catches kept where a fixed wait is cut short (0.9). */
    timeBoxCatches?: number;
    /** Wait of a delegated decision (1). */
    delegateDays?: number;
    /** Share of catches kept (0.9). */
    delegateCatches?: number;
    /** Share of its touch time that a merged control adds to the other (0.5). */
    mergeTouch?: number;
  };
}

export interface PlanResult {
  /** Whether no other set of changes can be better; else it is the best one found. */
  exact: boolean;
  leadTime: number;
  paceFraction: number | null;
  /** Share of today's expected catches that is kept. */
  protectionShare: number;
  /** By control; those that are kept as they are are left out. */
  changes: Record<string, Change>;
  /** The path after them, to be simulated. Its numbers of catches are today's. */
  path: PathInput;
}

/** All that is asked. */
export interface Instrument {
  id: string;
  version: string;
  /** SHA-256, in hex, of the RFC 8785 form of this object without this field, `links` and `$schema`. */
  hash: string;
  locale: string;
  title: string;
  /** Five labels each, from 1 to 5. */
  scales: Record<string, string[]>;
  /** The label of `"na"` on each scale. */
  notApplicable: Record<string, string>;
  constructs: Record<string, { name: string; definition: string }>;
  items: {
    id: string;
    construct: string;
    facet: string | null;
    /** `+`: agreeing raises the barrier score. */
    key: "+" | "-";
    scale: string;
    text: Partial<Record<Role, string>>;
  }[];
  attribution: {
    question: string;
    options: { id: string; class: "cultural" | "structural" | "other"; text: string }[];
  };
  /** Pages of item ids; the page of the ranking is `R1`. */
  order: Record<Form, Record<Role, string[][]>>;
  /** In an organisation's own: its words for roles, unit and rollout. */
  words?: { roles?: Partial<Record<Role, string>>; roleDetails?: Partial<Record<Role, string>>; unit?: string; rollout?: string };
  /** In an organisation's own: `https:` and `mailto:` only. `until` is a day such as `2026-12-18`. */
  links?: { ask?: { label?: string; url: string }; privacy?: { url: string }; handIn?: { url: string; until?: string } };
}

/** An organisation's own instrument file: `instrument.schema.json` has its form. The hash is worked out. */
export type OwnInstrument = Omit<Instrument, "hash"> & { hash?: string; $schema?: string };

// ---- The element ----

/** What an element is doing. */
export type ElementState =
  /** The engine is on its way, the element was ended with `destroy()`, or it is in no page. */
  | "loading"
  /** On the screens before the first question. */
  | "ready"
  /** Between the first question and the result. */
  | "answering"
  /** The result is there. */
  | "complete"
  /** It cannot start or had to stop, and says why. */
  | "failed";

/** What the attributes say, for `MiddleLayer.mount` and as properties. Each may be absent. */
export interface ElementOptions {
  /** Which part of the product. */
  view?: "take" | "path";
  /** BCP 47 tag; the nearest `lang` of the page where it is absent. Where there is no text in a language, English is shown and marked as such. */
  lang?: string;
  /** `auto` is dark only where the page itself allows dark. */
  theme?: "light" | "dark" | "auto";
  /** The form, so that it is not asked. */
  questions?: Form;
  /** The role, so that it is not asked. */
  respondent?: Role;
  /** The part of the organisation, so that it is not asked. */
  unit?: string;
  /** The parts of the organisation to choose from: at most 8, with commas between them. */
  units?: string;
  /** `frame`: a page of its own in an iframe, sized by its content. */
  mode?: "inline" | "frame";
  /** Which rollout the answers are about, so that it is not asked. */
  rollout?: string;
  /** `none`: a shared computer, on which nothing is kept. */
  storage?: "device" | "none";
  /** The name of the draft. Elements of one name on one page have drafts of their own all the same. */
  session?: string;
  /** `page`: after the result the person may hand the answers to the page. */
  handIn?: "none" | "page";
  /** The address of an organisation's own instrument file. */
  instrument?: string;
  /** The address of the folder with the files, if not the one of `embed.js`. */
  base?: string;
}

/** The element `<middle-layer>`. Properties beside these reflect its attributes, as texts. */
export interface MiddleLayerElement extends HTMLElement {
  readonly state: ElementState;
  /** The answers, once the person has handed them in; otherwise null. */
  readonly handedIn: Response | null;
  view: string | null;
  theme: string | null;
  questions: string | null;
  respondent: string | null;
  unit: string | null;
  units: string | null;
  mode: string | null;
  rollout: string | null;
  storage: string | null;
  session: string | null;
  handIn: string | null;
  instrument: string | null;
  base: string | null;
  /** Leaves the first screen, as the person's own button does; shows the assessment again after `destroy()`; tries again after a failure. */
  start(): void;
  /** Erases all answers, here and on the device. The person can bring them back until the next screen. */
  reset(): void;
  /** Takes the assessment out of the element. What is kept on the device stays. */
  destroy(): void;
}

/** How far a person is. No event but `middle-layer-handed-in` carries an answer. */
export interface ProgressDetail {
  version: 1;
  /** Questions answered; the ranking counts as one. */
  answered: number;
  /** Questions asked; 0 before the role is known. */
  total: number;
  /** The page of questions, from 1; 0 on all other screens. */
  page: number;
}

/** All events bubble and cross shadow roots. */
export interface MiddleLayerEventMap {
  /** The assessment is there. */
  "middle-layer-ready": CustomEvent<{ version: 1 }>;
  /** An answer or another page. */
  "middle-layer-progress": CustomEvent<ProgressDetail>;
  /** The result is on the screen. */
  "middle-layer-complete": CustomEvent<{ version: 1; answered: number; total: number }>;
  /** The person has pressed “Hand in”, having seen all of it. Only with `hand-in="page"`. */
  "middle-layer-handed-in": CustomEvent<{ version: 1; response: Response; evaluation: Evaluation }>;
  /** The person has saved a file on their device. */
  "middle-layer-saved": CustomEvent<{ version: 1; name: string }>;
  /** It cannot start, or had to stop. */
  "middle-layer-error": CustomEvent<{ version: 1; code: ElementErrorCode; message: string }>;
  /** `<middle-layer-doctor>` has looked at the page. */
  "middle-layer-doctor-report": CustomEvent<DoctorReport>;
}

/** More may come; treat one you do not know as any other. */
export type ElementErrorCode =
  | "blocked-wasm"
  | "blocked-script"
  | "blocked-connect"
  | "blocked-types"
  | "blocked-frame"
  | "frame-silent"
  | "not-found"
  | "wrong-content"
  | "damaged"
  | "cut"
  | "missing"
  | "mixed-versions"
  | "unreachable"
  | "other-origin"
  | "too-old"
  | "instrument"
  | "internal";

/** The element `<middle-layer-doctor>` of `doctor.js`: looks once at the page that it is put on, for whoever looks after it. */
export interface MiddleLayerDoctorElement extends HTMLElement {
  /** What it has found; null as long as it looks. */
  readonly report: DoctorReport | null;
}

/** What stands in the way on a page. It holds of the page nothing but its origin. */
export interface DoctorReport {
  version: 1;
  /** The version of `doctor.js`. */
  doctor: string;
  /** The origin of the page. */
  page: string;
  /** The folder of the files. */
  files: string;
  /** Whether the element starts. */
  works: boolean;
  results: DoctorResult[];
}

/** One check. More may come. */
export interface DoctorResult {
  /** A stable name, such as `policy-wasm`. */
  id: string;
  title: string;
  /** `advise`: the element works, and this should be mended all the same. `unknown`: it cannot be told from this page. */
  status: "pass" | "advise" | "fail" | "unknown";
  found: string;
  /** What to do, and the exact text for it: a header, a policy, an attribute. Empty where there is none. */
  remedies: { what: string; text: string }[];
}

/** The engine's functions, without what loads it. */
export interface Engine {
  version: typeof version;
  instrument: typeof instrument;
  useInstrument: typeof useInstrument;
  score: typeof score;
  evaluate: typeof evaluate;
  diagnose: typeof diagnose;
  incentive: typeof incentive;
  pace: typeof pace;
  plan: typeof plan;
}

/** `window.MiddleLayer`. */
export interface MiddleLayerGlobal {
  /** The version of `embed.js`. */
  readonly version: string;
  /** Fulfilled once an engine has been loaded, for an element or by `engine()`. */
  readonly ready: Promise<MiddleLayerGlobal>;
  /** Loads the engine, and gives an instance of its own. */
  engine(base?: string): Promise<Engine>;
  /** Puts an element into another one, and returns it. */
  mount(host: Element, options?: ElementOptions): MiddleLayerElement;
}

declare global {
  interface HTMLElementTagNameMap {
    "middle-layer": MiddleLayerElement;
    "middle-layer-doctor": MiddleLayerDoctorElement;
  }
  interface HTMLElementEventMap extends MiddleLayerEventMap {}
  interface DocumentEventMap extends MiddleLayerEventMap {}
  interface WindowEventMap extends MiddleLayerEventMap {}
  interface Window {
    MiddleLayer: MiddleLayerGlobal;
  }
}
