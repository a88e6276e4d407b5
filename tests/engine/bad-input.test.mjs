// Whatever is passed in: a MiddleLayerError with its place, all problems at once, and an engine that goes on.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { runInNewContext } from "node:vm";
import { assertRefused, engine, response } from "./support/engine.mjs";

afterEach(() => assert.equal(engine.score(response({ answers: { SIG1: 5, SIG2: 1 } })).constructs.SIG.score, 100));

/** A response with a change, refused by both functions that take one. */
function refused(change, ...expected) {
  const given = response();
  change(given);
  assertRefused(() => engine.score(given), ...expected);
  return assertRefused(() => engine.evaluate(given), ...expected);
}

test("answers", () => {
  refused((it) => (it.answers.SIG9 = 5), ["answers.SIG9", "unknown-item"]);
  refused((it) => (it.answers.ATT1 = 5), ["answers.ATT1", "item-of-another-role"]);
  refused((it) => (it.answers.FRIG = 5), ["answers.FRIG", "item-of-another-form"]);
  for (const answer of [6, 0, -1, 2.5, 1e300, "5", "NA", "", true, null, [], {}]) {
    refused((it) => (it.answers.SIG1 = answer), ["answers.SIG1", "not-an-answer"]);
  }
});

test("rankings", () => {
  refused((it) => (it.attribution = ["c1", "c1"]), ["attribution.1", "repeated-option"]);
  refused((it) => (it.attribution = ["c1", "o3"]), ["attribution.1", "exclusive-option"]);
  refused((it) => (it.attribution = ["c9"]), ["attribution.0", "unknown-option"]);
  refused((it) => (it.attribution = ["c1", "c2", "c3", "c4"]), ["attribution", "too-many-options"]);
  refused((it) => (it.attribution = "c1"), ["attribution", "wrong-type"]);
});

test("a wrong format or version is reported alone", () => {
  refused((it) => Object.assign(it, { format: "x", answers: { SIG9: 9 } }), ["format", "unknown-format"]);
  refused((it) => Object.assign(it, { version: 2, role: "boss" }), ["version", "unknown-version"]);
  refused((it) => (it.version = "1"), ["version", "unknown-version"]);
  refused((it) => delete it.format, ["format", "missing"]);
});

test("all problems come at once, in the order of the input, the first on the error itself", () => {
  const error = refused(
    (it) => Object.assign(it, { role: "boss", week: "soon", answers: { SIG9: 1, SIG1: 9 }, attribution: ["x"] }),
    ["role", "unknown-value"],
    ["answers.SIG9", "unknown-item"],
    ["answers.SIG1", "not-an-answer"],
    ["attribution.0", "unknown-option"],
    ["week", "wrong-form"],
  );
  assert.equal(error.path, "role");
  assert.deepEqual(Object.keys(error.problems[0]).sort(), ["code", "message", "path"]);
});

test("something else than an object", () => {
  for (const given of [undefined, null, 5, "response", true, []]) {
    assertRefused(() => engine.score(given), ["", "wrong-type"]);
    assertRefused(() => engine.diagnose(given), ["", "wrong-type"]);
  }
  for (const given of [NaN, 5n, Symbol("x"), () => {}, new Map(), new Date(0), /x/u, new (class Thing {})()]) {
    assertRefused(() => engine.score(given), ["", "not-plain-data"]);
    assertRefused(() => engine.diagnose(given), ["", "not-plain-data"]);
  }
});

test("values that JSON cannot hold", () => {
  for (const value of [5n, NaN, Infinity, Symbol("x"), () => 5, new Map(), new Set([1]), new Date(0), new Number(5)]) {
    refused((it) => (it.answers.SIG1 = value), ["answers.SIG1", "not-plain-data"]);
    refused((it) => (it.extra = [value]), ["extra.0", "not-plain-data"]);
    assertRefused(() => engine.diagnose({ stallSignal: value }), ["stallSignal", "not-plain-data"]);
  }
  refused((it) => (it.answers = new Map([["SIG1", 5]])), ["answers", "not-plain-data"]);
});

test("deep, cyclic and unfolding objects", () => {
  let deep = {};
  for (let level = 0; level < 10_000; level += 1) deep = level % 2 ? [deep] : { in: deep };
  refused((it) => (it.extra = deep), ["extra", "too-deep"]);
  assertRefused(() => engine.diagnose(deep), ["0", "too-deep"]);
  refused((it) => (it.self = it), ["self", "too-deep"]);
  const list = [];
  list.push(list);
  refused((it) => (it.pages = list), ["pages", "too-deep"]);
  let wide = {};
  for (let level = 0; level < 60; level += 1) wide = { left: wide, right: wide };
  refused((it) => (it.extra = wide), ["", "too-large"]);
});

test("getters and proxies", () => {
  const fail = () => {
    throw new RangeError("boo");
  };
  const trap = (name) => new Proxy({}, { [name]: fail });
  refused((it) => Object.defineProperty(it.answers, "SIG1", { get: fail, enumerable: true }), [
    "answers.SIG1",
    "not-plain-data",
  ]);
  refused((it) => (it.answers = trap("ownKeys")), ["answers", "not-plain-data"]);
  refused((it) => (it.answers = trap("getPrototypeOf")), ["answers", "not-plain-data"]);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  refused((it) => (it.answers = proxy), ["answers", "not-plain-data"]);

  // What reads like plain data is plain data.
  const given = response({ answers: new Proxy({ SIG1: 5, SIG2: 1 }, {}) });
  Object.defineProperty(given, "unit", { get: () => "Claims", enumerable: true });
  assert.equal(engine.score(given).constructs.SIG.score, 100);
});

test("long texts and many entries", () => {
  const long = "x".repeat(5_000_000);
  refused((it) => (it.unit = long), ["unit", "too-long"]);
  refused((it) => (it.id = long), ["id", "too-long"]);
  refused((it) => (it.attribution = [long]), ["attribution.0", "too-long"]);
  const error = refused((it) => (it.format = long), ["format", "unknown-format"]);
  assert.ok(error.message.length < 300);
  const given = response({ answers: { [long]: 5 } });
  assert.throws(() => engine.score(given), (thrown) => thrown.code === "unknown-item" && thrown.path.length < 100);
  const many = response({ answers: Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`I${i}`, 1])) });
  assert.throws(() => engine.score(many), (thrown) => thrown.problems.length === 100);
  const sparse = [];
  sparse.length = 4_294_967_295;
  refused((it) => (it.pages = sparse), ["", "too-large"]);
});

test("figures", () => {
  assertRefused(
    () => engine.diagnose({ stallSignal: 101, differenceBand95: [5, -5], constructs: { FOO: 1 }, pilot: "maybe" }),
    ["stallSignal", "out-of-range"],
    ["constructs.FOO", "unknown-field"],
    ["differenceBand95", "reversed-interval"],
    ["pilot", "unknown-value"],
  );
  assertRefused(() => engine.diagnose({ stallsignal: 50 }), ["stallsignal", "unknown-field"]);
});

test("objects of another frame and without a prototype are plain", () => {
  const foreign = runInNewContext("({ SIG1: 5, SIG2: 1 })");
  assert.equal(engine.score(response({ answers: foreign })).constructs.SIG.score, 100);
  const bare = Object.assign(Object.create(null), { SIG1: 5, SIG2: 1 });
  assert.equal(engine.score(response({ answers: bare })).constructs.SIG.score, 100);
});

test("undefined is absent, an unknown field of a response is left out", () => {
  const given = response({ unit: undefined, week: undefined, newer: { field: 1 } });
  given.answers = { SIG1: undefined, SIG2: 5 };
  assert.equal(engine.score(given).constructs.SIG.answered, 1);
});
