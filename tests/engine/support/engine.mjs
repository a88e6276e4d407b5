// The packed engine, loaded as a script in Node loads it, and what its tests share.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

const root = new URL("../../../", import.meta.url);

export const engine = await import(new URL("dist/middle-layer.js", root));
export const bytes = await readFile(new URL("dist/middle-layer_bg.wasm", root));
await engine.default({ module_or_path: bytes });

/** A file of tests/data. */
export async function golden(name) {
  return JSON.parse(await readFile(new URL(`tests/data/${name}`, root), "utf8"));
}

/** A response with nothing but what every response must have, and more where a test needs it. */
export function response(more = {}) {
  const { id, version, hash } = engine.instrument();
  return {
    format: "middle-layer/response",
    version: 1,
    instrument: { id, version, hash },
    id: "0123456789abcdef0123456789abcdef",
    role: "manager",
    form: "full",
    answers: {},
    ...more,
  };
}

/** The response of a person of golden_scoring.json: short role names, "NA", and null for no answer. */
export function goldenResponse({ role, form, responses, page_times: times }) {
  const given = Object.entries(responses).filter(([, answer]) => answer !== null);
  const answers = Object.fromEntries(given.map(([id, answer]) => [id, answer === "NA" ? "na" : answer]));
  const roles = { M: "manager", X: "executive", F: "frontline" };
  const pages = times?.map(([seconds, items]) => ({ items, seconds }));
  return response({ role: roles[role], form, answers, ...(pages && { pages }) });
}

/** Asserts that everything in `expected` is in `found`, numbers to 1e-9. */
export function assertHolds(found, expected, path = "") {
  if (typeof expected === "number") {
    const gap = Math.abs(found - expected) / Math.max(1, Math.abs(expected));
    assert.ok(typeof found === "number" && gap <= 1e-9, `${path}: ${found} is not ${expected}`);
  } else if (Array.isArray(expected)) {
    assert.equal(found.length, expected.length, path);
    expected.forEach((value, position) => assertHolds(found[position], value, `${path}.${position}`));
  } else if (expected !== null && typeof expected === "object") {
    for (const [key, value] of Object.entries(expected)) {
      assertHolds(found?.[key], value, `${path}.${key}`);
    }
  } else {
    assert.equal(found ?? null, expected, path);
  }
}

/** The value with its object keys renamed. */
export function rename(value, names) {
  if (Array.isArray(value)) return value.map((entry) => rename(entry, names));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [names[key] ?? key, rename(entry, names)]));
}

/** Asserts that a call throws a MiddleLayerError with exactly these problems, each `[path, code]`. */
export function assertRefused(call, ...expected) {
  let error;
  assert.throws(call, (thrown) => {
    error = thrown;
    return true;
  });
  assert.ok(error instanceof Error, "a real Error");
  assert.equal(error.name, "MiddleLayerError", String(error.stack));
  assert.deepEqual(error.problems.map(({ path, code }) => [path, code]), expected);
  const [first] = error.problems;
  assert.deepEqual([error.path, error.code, error.message], [first.path, first.code, first.message]);
  for (const { message } of error.problems) {
    assert.match(message, /^.{10,300}[.;]$/su, "a sentence that says what to do");
    assert.doesNotMatch(message, /panicked|unreachable|undefined|\[object/u);
  }
  return error;
}
