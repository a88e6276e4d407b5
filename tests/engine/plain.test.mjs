// The functions are pure: plain values in and out, nothing changed, nothing needed but the engine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bytes, engine, golden, goldenResponse } from "./support/engine.mjs";

const people = Object.values((await golden("golden_scoring.json")).cases);

/** Every object and array inside a value. */
function* parts(value) {
  if (value === null || typeof value !== "object") return;
  yield value;
  for (const part of Object.values(value)) yield* parts(part);
}

function deepFreeze(value) {
  for (const part of parts(value)) Object.freeze(part);
  return value;
}

test("results are plain objects and lists", () => {
  const results = people.map((person) => engine.evaluate(goldenResponse(person)));
  for (const part of parts([engine.version(), engine.instrument(), ...results])) {
    assert.ok([Object.prototype, Array.prototype].includes(Object.getPrototypeOf(part)));
  }
  for (const result of results) {
    assert.deepEqual(structuredClone(result), result);
    assert.deepEqual(JSON.parse(JSON.stringify(result)), result, "nothing that JSON drops");
  }
});

test("arguments stay as they are", () => {
  for (const person of people) {
    const given = goldenResponse(person);
    const before = structuredClone(given);
    const { figures } = engine.evaluate(deepFreeze(given));
    engine.score(given);
    engine.diagnose(deepFreeze(figures));
    assert.deepEqual(given, before);
  }
});

test("results are the caller's own", () => {
  const first = engine.instrument();
  first.items.length = 0;
  first.title = "changed";
  assert.notEqual(engine.instrument().title, "changed");
  assert.equal(engine.instrument().items.length, 48);
});

test("the same input gives the same bytes, in a second engine too", async () => {
  const other = await import(new URL("../../dist/middle-layer.js?second", import.meta.url));
  await other.default({ module_or_path: bytes });
  for (const person of people) {
    const given = goldenResponse(person);
    const text = JSON.stringify(engine.evaluate(given));
    assert.equal(JSON.stringify(engine.evaluate(given)), text);
    assert.equal(JSON.stringify(other.evaluate(given)), text);
  }
});

test("no page is needed", () => {
  for (const name of ["window", "document", "localStorage", "self"]) {
    assert.equal(globalThis[name], undefined, name);
  }
});
