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

/** Which versions compute results. Results of equal `instrument` and `scoring` versions can be compared. */
export function version(): Versions;

/** What is asked. There is one language so far, and every locale gets it. */
export function instrument(locale?: string): Instrument;

/** The scores of one response. */
export function score(response: Response): Score;

/** Everything known about one response: scores, the figures a diagnosis takes, and the diagnosis. */
export function evaluate(response: Response): Evaluation;

/** What figures support, and what should change first: of one person, or of a group. */
export function diagnose(figures: Figures): Diagnosis;

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
  | (string & {});

export interface Versions {
  engine: string;
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
  /** Which questions were answered. Another version or hash of the same instrument is read item by item. */
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
  /** The incentive model; `null` where the response carries none. */
  incentive: null;
  /** The pace model; `null` where the response carries none. */
  pace: null;
}

/** All that is asked. */
export interface Instrument {
  id: string;
  version: string;
  /** SHA-256, in hex, of the RFC 8785 form of this object without this field. */
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
}

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
  view?: "take";
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

/** The engine's functions, without what loads it. */
export interface Engine {
  version: typeof version;
  instrument: typeof instrument;
  score: typeof score;
  evaluate: typeof evaluate;
  diagnose: typeof diagnose;
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
  }
  interface HTMLElementEventMap extends MiddleLayerEventMap {}
  interface DocumentEventMap extends MiddleLayerEventMap {}
  interface WindowEventMap extends MiddleLayerEventMap {}
  interface Window {
    MiddleLayer: MiddleLayerGlobal;
  }
}
