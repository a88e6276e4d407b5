import type { Role } from "./instrument.ts";

// What tests look for on the screens: the names that people read, as `src/text/english` has them.

export const roleNames: Record<Role, RegExp> = { manager: /^Manager\b/, executive: /^Executive\b/, frontline: /^Frontline\b/ };

export const pilotNames = { yes: "Yes", partly: "Partly", no: "No", unknown: "I do not know" };

/** What the headline of a verdict has to speak of (SCIENCE 5.2). Frontline people have a verdict on the pace only. */
export const headlines: Record<string, RegExp> = {
  structural: /(point|barriers).* (to|in) structure/,
  cultural: /rather than to structure|not structure/,
  both: /both/i,
  hidden_structural: /figures you entered show barriers/,
  elsewhere: /neither structure nor readiness/,
  aligned: /few barriers/,
  unclear: /tell structure and readiness apart/,
  insufficient: /too few answers/,
};
export const frontlineHeadline = /^(From where you work, the rollout|This is how the rollout looks from where you work)/;

/** The rows of the first chart. */
export const wholes = { structure: "Structure, in your answers", readiness: "Readiness gap, in your answers" };

/** The four pillars in their order, with the constructs of each (SCIENCE 2.1). */
export const pillars: Record<string, { name: string; constructs: string[] }> = {
  incentives: { name: "Incentives", constructs: ["INC", "MEA"] },
  accountability: { name: "Accountability", constructs: ["ACC", "MAN"] },
  decisionRights: { name: "Decision rights", constructs: ["DEC", "CTL"] },
  operatingBurden: { name: "Operating burden", constructs: ["FRI", "EXC", "AUT"] },
};

export const constructs: Record<string, string> = {
  FRI: "Duties that became harder",
  INC: "Targets against the rollout",
  ACC: "Nobody clearly answers for it",
  MEA: "Measures unchanged since the pilot",
  DEC: "Slow and crowded decisions",
  CTL: "Checks without value",
  EXC: "Odd cases to sort out",
  MAN: "A rival to the job, not part of it",
  AUT: "Know-how and say in doubt",
  ATT: "Belief that people slow it",
};

/** In the order of the essay (SCIENCE 5.2). */
export const facets: Record<string, string> = {
  concerns: "Worries about jobs",
  training: "Training",
  communication: "Reasons and news",
  fear: "Unease about change",
};

export const responsibilities: Record<string, string> = {
  service: "Service levels",
  operations: "Operating targets",
  engagement: "Team engagement",
  compliance: "Compliance rules",
  budget: "Budget",
  risk: "Risks under control",
};

/** The names of the charts of a result. */
export const charts = {
  miss: {
    said: "What you said slows it, and what your answers show",
    nothing: "What you said first, and what your answers show",
    unsaid: "What your answers show",
  },
  structure: { manager: "Where the structural friction sits", executive: "Where you see structural friction", frontline: "What you see in the daily work" },
  responsibilities: { manager: "Your six responsibilities", executive: "Your managers’ six responsibilities" },
  readiness: { manager: "How ready your team is", executive: "How ready the teams are", frontline: "How ready you are" },
} as const;

export const notScored = "not scored";
export const notAnswered = "no answer";
