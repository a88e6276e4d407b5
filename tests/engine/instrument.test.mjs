// The instrument as the engine gives it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import canonicalize from "canonicalize";
import { assertRefused, engine, response } from "./support/engine.mjs";

test("its hash is SHA-256 of its RFC 8785 form without the hash, by other people's code", () => {
  const { hash, ...rest } = engine.instrument();
  assert.equal(hash, createHash("sha256").update(canonicalize(rest), "utf8").digest("hex"));
});

test("it is the file that is served", async () => {
  const { hash, ...rest } = engine.instrument();
  const file = await readFile(new URL("../../static/instrument.json", import.meta.url), "utf8");
  assert.deepEqual(rest, JSON.parse(file));
});

test("every page names items that have a wording for the role", () => {
  const { items, order } = engine.instrument();
  const texts = new Map(items.map(({ id, text }) => [id, text]));
  for (const roles of Object.values(order)) {
    for (const [role, [first, ...pages]] of Object.entries(roles)) {
      assert.deepEqual(first, ["R1"]);
      for (const id of pages.flat()) assert.ok(texts.get(id)?.[role], `${id} ${role}`);
    }
  }
});

test("every locale gets the one language there is", () => {
  for (const locale of [undefined, null, "en", "de-CH", "", "x".repeat(5_000_000)]) {
    assert.equal(engine.instrument(locale).locale, "en");
  }
  assertRefused(() => engine.instrument(5), ["locale", "wrong-type"]);
  assertRefused(() => engine.instrument({}), ["locale", "wrong-type"]);
});

test("versions", () => {
  const { engine: version, instrument, scoring } = engine.version();
  assert.match(version, /^\d+\.\d+\.\d+$/u);
  assert.deepEqual([instrument, scoring], [engine.instrument().version, "1.0"]);
});

// ---- An organisation's own ----

const example = await readFile(new URL("../../docs/instrument-example.json", import.meta.url), "utf8");
const ours = () => JSON.parse(example);
const answered = (instrument, more = {}) => response({ instrument: { id: instrument.id, version: instrument.version, hash: instrument.hash }, ...more });

test("an own instrument has its own hash, from its text or as an object", () => {
  const own = engine.useInstrument(example).instrument();
  const { hash, links, $schema, ...rest } = own;
  assert.equal(hash, createHash("sha256").update(canonicalize(rest), "utf8").digest("hex"));
  assert.notEqual(hash, engine.instrument().hash);
  assert.deepEqual({ links, $schema, ...rest }, ours());
  assert.equal(engine.useInstrument(ours()).instrument().hash, hash);
  assert.equal(engine.useInstrument(`\ufeff${example}`).instrument().hash, hash);
  assert.equal(engine.useInstrument({ ...ours(), hash: "0" }).instrument().hash, hash);
});

test("links do not change the hash, words do", () => {
  const { hash } = engine.useInstrument(example).instrument();
  const later = ours();
  later.links.handIn.until = "2027-01-31";
  assert.equal(engine.useInstrument(later).instrument().hash, hash);
  const renamed = ours();
  renamed.words.unit = "Division";
  assert.notEqual(engine.useInstrument(renamed).instrument().hash, hash);
});

test("scores of an own instrument carry its hash", () => {
  const functions = engine.useInstrument(example);
  const own = functions.instrument();
  const given = answered(own, { answers: { ACME1: 1, DEC1: 5, DEC2: 5, DEC3: 1 } });
  assert.equal(functions.evaluate(given).versions.instrument, `2026-12+${own.hash}`);
  assert.equal(functions.score(given).constructs.DEC.score, 100);
  assert.equal(engine.evaluate(response()).versions.instrument, engine.instrument().version);
  assert.ok(Object.keys(engine).filter((name) => !["default", "embedding"].includes(name)).every((name) => typeof functions[name] === "function"));
});

test("responses of other questions are refused", () => {
  const functions = engine.useInstrument(example);
  const own = functions.instrument();
  assertRefused(() => engine.score(answered(own)), ["instrument.id", "other-instrument"]);
  assertRefused(() => functions.score(response()), ["instrument.id", "other-instrument"]);
  assertRefused(() => functions.evaluate(answered({ ...own, hash: "0".repeat(64) })), ["instrument.hash", "other-instrument"]);
  // Whoever maps a list over a function hands it more than the response.
  assert.equal([response()].map(engine.score).length, 1);
  assert.equal([answered(own)].map(functions.score).length, 1);
});

test("a file that cannot be used is refused with all that is wrong", () => {
  for (const file of [null, undefined, 5, [], "", "{", "[]", {}]) assert.throws(() => engine.useInstrument(file), { name: "MiddleLayerError" });
  const broken = ours();
  broken.links.ask.url = "javascript:alert(1)";
  broken.words.untis = "Team";
  broken.extra = 1;
  try {
    engine.useInstrument(broken);
    assert.fail("it was taken");
  } catch ({ problems }) {
    assert.deepEqual(problems.map(({ path, code }) => [path, code]), [["extra", "unknown-field"], ["words.untis", "unknown-field"], ["links.ask.url", "not-a-link"]]);
  }
  assertRefused(() => engine.useInstrument({ ...engine.instrument(), title: "Ours" }), ["id", "reserved-id"]);
});
