// Scores and diagnoses through the ES module, against the same golden figures as the native tests.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertHolds, engine, golden, goldenResponse, rename, response } from "./support/engine.mjs";

const pillars = { P1: "incentives", P2: "accountability", P3: "decisionRights", P4: "operatingBurden" };

const people = await golden("golden_scoring.json");

for (const [name, person] of Object.entries(people.cases)) {
  test(`score of ${name}`, () => {
    const found = engine.score(goldenResponse(person));
    const expected = rename(person.score, {
      ...pillars,
      n_ans: "answered",
      n_app: "applicable",
      CBI: "readinessGap",
      SFI: "structuralFriction",
      n_facets: "facets",
      n_pillars: "pillars",
      n: "constructs",
    });
    assertHolds(found, expected, name);
    assert.deepEqual(Object.keys(found.constructs).sort(), Object.keys(expected.constructs).sort());
    assert.deepEqual(Object.keys(found.facets).sort(), Object.keys(expected.facets).sort());
    const { n, longstring, irv, contradiction, pairs, evenodd, flags, quality } = person.careless;
    const careless = { answered: n, longstring, irv, contradiction, pairs, evenOdd: evenodd, flags, verdict: quality };
    assertHolds(found.quality, careless, name);
  });
}

for (const [picks, { points, cultural_share, other_share }] of Object.entries(people.attribution)) {
  test(`ranking ${picks || "of nothing"}`, () => {
    const attribution = picks.split(",").filter(Boolean);
    const found = engine.score(response({ role: "executive", attribution })).attribution;
    if (picks) {
      assertHolds(found, { points, culturalShare: cultural_share, otherShare: other_share });
    } else {
      assert.equal(found, null);
    }
  });
}

/** Figures of a golden diagnosis under their public names. */
function publicFigures(input) {
  const names = {
    SIG: "stallSignal",
    SFI: "structuralFriction",
    CBI: "readinessGap",
    delta: "difference",
    rds: "rationalDelayShare",
    p_success: "successChance",
    pace: "paceFraction",
    control_share: "controlShare",
    exec_cultural_share: "executiveCulturalShare",
    other_share: "otherShare",
    fri_compliance: "frictionCompliance",
    fri_risk: "frictionRisk",
    catch_data: "catchData",
    clear_gaps: "clearGaps",
    halfwidth: "halfWidths",
  };
  const { delta_lo, delta_hi, rds_lo, rds_hi, ...rest } = input;
  const figures = Object.fromEntries(Object.entries(rest).map(([key, value]) => [names[key] ?? key, value]));
  figures.pillars = rename(figures.pillars, pillars);
  if (typeof delta_lo === "number") figures.differenceBand95 = [delta_lo, delta_hi];
  if (typeof rds_lo === "number") figures.rationalDelayBand95 = [rds_lo, rds_hi];
  return figures;
}

/** A golden diagnosis under its public names: notes are codes. */
function publicDiagnosis(output) {
  const { cultural_facets: readinessFacets, miss, moves, ...rest } = output;
  const code = (note) => (note.startsWith("second line") ? "K3" : note.slice(0, 2));
  return {
    ...rest,
    readinessFacets,
    miss: miss && rename(miss, { exec_share: "executiveShare", evidence_share: "evidenceShare" }),
    moves: moves.map(({ order, notes, ...move }) => ({ ...move, notes: notes.map(code) })),
  };
}

const diagnoses = [
  ...Object.entries(await golden("diagnose_golden.json")),
  ...(await golden("diagnose_more.json")).map((entry, number) => [`case ${number}`, entry]),
];

test(`${diagnoses.length} golden diagnoses`, () => {
  assert.equal(diagnoses.length, 72);
  for (const [name, { input, output }] of diagnoses) {
    assertHolds(engine.diagnose(publicFigures(input)), publicDiagnosis(output), name);
  }
});

test("an evaluation holds its score, and its figures give its diagnosis", () => {
  for (const person of Object.values(people.cases)) {
    const given = goldenResponse(person);
    const evaluation = engine.evaluate(given);
    assert.deepEqual(evaluation.score, engine.score(given));
    assert.deepEqual(evaluation.diagnosis, engine.diagnose(evaluation.figures));
    assert.deepEqual(evaluation.versions, engine.version());
    assert.deepEqual([evaluation.incentive, evaluation.pace], [null, null], "it carries no models");
  }
});
