// The two models through the ES module: the golden figures, and every bit as natively.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { assertHolds, assertRefused, engine, golden, response } from "./support/engine.mjs";

const paths = await golden("pace_paths.json");
const values = await golden("pace_value_golden.json");
const more = await golden("pace_value2_golden.json");
const prices = await golden("pace_value3_golden.json");
const incentives = (await golden("incentive_golden.json")).examples;

/** The input of a golden incentive example under its public names. */
function publicInput({ w, tau, s, D, H, delay, p, kappa, g, lam, e, u, theta, rho }) {
  return {
    weights: w,
    transition: tau,
    settled: s,
    disruptionMonths: D,
    horizonMonths: H,
    delayMonths: delay,
    successChance: p,
    learning: kappa,
    easierLater: g,
    lossAversion: lam,
    credit: e,
    blame: u,
    transformationShare: theta,
    discount: rho,
  };
}

for (const [name, { input, output }] of Object.entries(incentives)) {
  test(`incentives: ${name}`, () => {
    assertHolds(engine.incentive(publicInput(input)), {
      choice: output.choice,
      rival: output.rival,
      closeCall: output.close_call,
      payoff: output.U,
      average: output.avg,
      breakEven: output.theta_star,
      breakEvenAgainst: output.breakeven,
      gap: output.gap,
      contributions: output.contrib,
      driver: output.driver,
      relief: output.relief,
    });
  });
}

test("pace: lead times and simulations", async () => {
  const file = await golden("pace_golden.json");
  for (const [name, path] of Object.entries(paths)) {
    for (const [mode, calendar] of [["A", "independent"], ["B", "fixed"]]) {
      const { mean, sd, P50, P85, P95 } = file.mc_exact[name + mode];
      const result = engine.pace(path, { calendar });
      assertHolds(result.simulation, { mean, sd, p50: P50, p85: P85, p95: P95, seed: 42, trials: 10_000 }, name);
      if (file[name]) {
        const { T, active, flow_eff, R } = file[name];
        assertHolds(result, { leadTime: T, activeTime: active, flowEfficiency: flow_eff }, name);
        assertHolds(result.steps.map(({ days }) => days), R, name);
      }
    }
  }
});

test("pace: drag, prices, verdicts", () => {
  const { drag, value, paceFraction } = engine.pace(paths.BIG);
  const { baseline, phi, loo_all, pace } = values.BIG_shapley;
  assertHolds({ ...drag, paceFraction }, { baseline, shapley: phi, leaveOneOut: loo_all, paceFraction: pace });
  assert.equal(value.verdicts, null);
  for (const [id, { breakeven_cod, breakeven_cod_upper }] of Object.entries(prices.breakeven)) {
    assertHolds(value.pricePerDay[id], { point: breakeven_cod, cautious: breakeven_cod_upper }, id);
  }
  const { verdicts } = engine.pace({ ...paths.BIG, costOfDelayPerDay: 0.3 }).value;
  for (const [id, { verdict, firm, pick }] of Object.entries(prices["verdicts_cod_0.3"])) {
    const trial = firm || pick.point === pick.upper ? null : pick.point;
    assert.deepEqual(verdicts[id], { option: verdict, firm, trial }, id);
  }
});

test("plans: the frontier, and the chosen plan simulated", () => {
  for (const [name, { choice, T, share, pace }] of Object.entries(more.frontier)) {
    const [rates, minProtection] = name.split("_");
    const options = { rates: rates === "upper" ? "cautious" : rates, minProtection: Number(minProtection) };
    const result = engine.plan(paths.BIG, options);
    assertHolds(result, { exact: true, leadTime: T, protectionShare: share, paceFraction: pace, changes: choice }, name);
    assert.equal(Object.keys(result.changes).length, Object.keys(choice).length);
  }
  const { mean, P50, P85, P95 } = more.plan_mcB;
  assertHolds(engine.pace(engine.plan(paths.BIG).path).simulation, { mean, p50: P50, p85: P85, p95: P95 });
});

/** Feeds a value to a hash: numbers as 64 bits, texts as they are, fields in the order of their names. */
function feed(value, hash) {
  if (typeof value === "number") {
    hash.update(new Uint8Array(new Float64Array([value]).buffer));
  } else if (Array.isArray(value)) {
    hash.update("[");
    value.forEach((entry) => feed(entry, hash));
  } else if (value !== null && typeof value === "object") {
    hash.update("{");
    for (const name of Object.keys(value).sort()) {
      hash.update(name);
      feed(value[name], hash);
    }
  } else {
    hash.update(String(value));
  }
}

test("every bit is as natively", async () => {
  const found = {};
  const keep = (name, value) => {
    const hash = createHash("sha256");
    feed(value, hash);
    found[name] = hash.digest("hex");
  };
  for (const [name, path] of Object.entries(paths)) {
    const costly = { ...path, costOfDelayPerDay: 0.3 };
    for (const calendar of ["independent", "fixed"]) keep(`pace ${name} ${calendar}`, engine.pace(costly, { calendar }));
    for (const rates of ["point", "cautious"]) {
      keep(`plan ${name} ${rates}`, engine.plan(costly, { rates, minProtection: 0.9 }));
    }
  }
  const metrics = ["service", "operations", "engagement", "compliance", "budget", "risk"];
  const six = (numbers) => Object.fromEntries(metrics.map((metric, place) => [metric, numbers[place]]));
  for (const discount of [0, 0.02, 0.1]) {
    const input = {
      weights: six([2.5, 3, 1, 1, 1.5, 1]),
      transition: six([-1, -2, -0.3, 0, -1, -1.7]),
      settled: six([1, 2, 0.1, 0, 1, -0.7]),
      discount,
      transformationShare: 0.1,
    };
    keep(`incentive ${discount}`, engine.incentive(input));
  }
  assert.deepEqual(found, await golden("fingerprints.json"));
});

test("an evaluation holds what the models say", () => {
  const incentive = publicInput(incentives.I1_stability_wins.input);
  const evaluation = engine.evaluate(response({ incentive, path: paths.BIG }));
  assert.deepEqual(evaluation.incentive, engine.incentive(incentive));
  assert.deepEqual(evaluation.pace, engine.pace(paths.BIG));
  assert.equal(evaluation.figures.paceFraction, evaluation.pace.paceFraction);
  assert.equal(evaluation.figures.relief, evaluation.incentive.relief);
  assert.deepEqual(evaluation.diagnosis, engine.diagnose(evaluation.figures));
});

test("bad input is refused with its place", () => {
  const changed = (change) => {
    const path = structuredClone(paths.BIG);
    change(path);
    return path;
  };
  const both = (change, ...expected) => {
    assertRefused(() => engine.pace(changed(change)), ...expected);
    assertRefused(() => engine.plan(changed(change)), ...expected);
    const inside = expected.map(([path, code]) => [`path.${path}`, code]);
    assertRefused(() => engine.evaluate(response({ path: changed(change) })), ...inside);
  };
  both(
    (path) => Object.assign(path.steps[3], { returnChance: 1, backup: "C9", returnsTo: "W3" }),
    ["steps.3.returnChance", "out-of-range"],
    ["steps.3.returnsTo", "returns-forward"],
    ["steps.3.backup", "unknown-step"],
  );
  both((path) => (path.steps[3].touchDays = NaN), ["steps.3.touchDays", "not-plain-data"]);
  both((path) => (path.steps[1].backup = "C4"), ["steps.1.backup", "circular-backup"]);
  both((path) => (path.steps = []), ["steps", "no-work"]);
  assertRefused(() => engine.pace(paths.BIG, { trials: 1 }), ["trials", "out-of-range"]);
  assertRefused(() => engine.pace(paths.BIG, 5), ["", "wrong-type"]);
  assertRefused(() => engine.plan(paths.BIG, { minProtection: 2 }), ["minProtection", "out-of-range"]);
  assertRefused(() => engine.plan(paths.BIG, { assumptions: { luck: 1 } }), ["assumptions.luck", "unknown-field"]);
  const input = publicInput(incentives.I1_stability_wins.input);
  assertRefused(() => engine.incentive({ ...input, discount: 1 }), ["discount", "out-of-range"]);
  const weights = Object.fromEntries(Object.keys(input.weights).map((metric) => [metric, 0]));
  assertRefused(() => engine.incentive({ ...input, weights }), ["weights", "no-weight"]);
  for (const given of [undefined, null, 5, "path", []]) {
    for (const name of ["incentive", "pace", "plan"]) assertRefused(() => engine[name](given), ["", "wrong-type"]);
  }
});

test("options may be absent", () => {
  assert.deepEqual(engine.pace(paths.L3, null), engine.pace(paths.L3, undefined));
  assert.deepEqual(engine.pace(paths.L3, { calendar: undefined }), engine.pace(paths.L3, {}));
  assert.deepEqual(engine.plan(paths.L3, null), engine.plan(paths.L3));
});

test("arguments of the models stay as they are, and their results are plain", () => {
  for (const path of Object.values(paths)) {
    const before = structuredClone(path);
    const results = [engine.pace(deepFreeze(path), deepFreeze({ trials: 10 })), engine.plan(path)];
    assert.deepEqual(path, before);
    for (const part of parts(results)) {
      assert.ok([Object.prototype, Array.prototype].includes(Object.getPrototypeOf(part)));
    }
    assert.deepEqual(JSON.parse(JSON.stringify(results)), results, "nothing that JSON drops");
  }
});
