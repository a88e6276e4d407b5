// One piece of work of `cargo xtask bench`, in the packed engine or in plain JavaScript. Prints the seconds of one call.
//
//   node benches/work.mjs wasm '{"call": "plan", "arguments": [path, options], "times": 1}'
//   node benches/work.mjs any '{"call": "pace", ...}'     the simulation in JavaScript, for any path
//   node benches/work.mjs big '{"call": "pace", ...}'     the same by hand for the path BIG; "units" is it alone
//   node benches/work.mjs check                           whether these come to what the engine comes to
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { simulate, simulateBig, summary } from "./simulations.mjs";

const root = new URL("../", import.meta.url);

async function packed() {
  const engine = await import(new URL("dist/middle-layer.js", root));
  await engine.default({ module_or_path: await readFile(new URL("dist/middle-layer_bg.wasm", root)) });
  return engine;
}

/** What the work is to one who does it, as a function without arguments. */
async function oneCall(by, { call, arguments: given }) {
  const [path, options] = given;
  switch (by) {
    case "wasm": {
      const engine = await packed();
      return () => engine[call](...given);
    }
    case "any":
      return call === "units" ? () => simulate(path, options) : () => summary(simulate(path, options));
    case "big":
      return call === "units" ? () => simulateBig(options) : () => summary(simulateBig(options));
    default:
      throw new Error(`nobody is called ${by}`);
  }
}

/**
 * Seconds from some moment on: those that this thread had a core for, where Linux tells, so that whatever else a busy
 * machine does is not counted; else those of the clock.
 */
function clock() {
  let onCore = 0;
  try {
    onCore = Number.parseInt(readFileSync("/proc/thread-self/schedstat", "utf8"), 10) / 1e9;
  } catch {
    // Not on Linux.
  }
  return onCore || performance.now() / 1e3;
}

/** The seconds of one call: the mean over about a second, after half a second in which V8 compiles. */
async function seconds(by, work) {
  const call = await oneCall(by, work);
  const mean = (least) => {
    const start = clock();
    for (let runs = 1; ; runs += 1) {
      for (let time = 0; time < work.times; time += 1) call();
      const taken = clock() - start;
      if (taken >= least) return taken / runs / work.times;
    }
  };
  mean(0.5);
  return mean(1);
}

/** Throws where the simulations in JavaScript and the engine do not draw the same lead times. */
async function check() {
  const { pace, plan } = await packed();
  const paths = JSON.parse(await readFile(new URL("tests/data/pace_paths.json", root), "utf8"));
  // With controls that are done in the sessions of others.
  paths.PLAN = plan(paths.BIG).path;
  for (const [name, path] of Object.entries(paths)) {
    for (const calendar of ["fixed", "independent"]) {
      const options = { calendar, seed: 42, trials: name === "BIG" ? 100_000 : 10_000 };
      const expected = pace(path, options).simulation;
      const found = [simulate(path, options), ...(name === "BIG" ? [simulateBig(options)] : [])].map(summary);
      for (const figures of found) {
        for (const [figure, value] of Object.entries(figures)) {
          const gap = Math.abs(value / expected[figure] - 1);
          if (!(gap <= 1e-9)) throw new Error(`${figure} of ${name}, ${calendar}: ${value}, not ${expected[figure]}`);
        }
      }
    }
  }
}

const [by, work] = process.argv.slice(2);
if (by === "check") {
  await check();
} else {
  console.log(await seconds(by, JSON.parse(work)));
}
