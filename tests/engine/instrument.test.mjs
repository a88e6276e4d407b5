// The instrument as the engine gives it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import canonicalize from "canonicalize";
import { assertRefused, engine } from "./support/engine.mjs";

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
