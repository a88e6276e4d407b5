// The declarations are used by an example that the compiler checks strictly. This holds that it leaves none out, and that
// they leave out nothing of the engine.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import * as engine from "../../dist/middle-layer.js";

const read = (path) => readFile(new URL(path, import.meta.url), "utf8");
const declarations = await read("../../static/middle-layer.d.ts");
const example = await read("../types/example.ts");

test("the example uses every declaration", () => {
  const names = [...declarations.matchAll(/^export (?:function|interface|type) (\w+)/gm)].map(([, name]) => name);
  assert.ok(names.length > 25);
  assert.deepEqual(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(example)), []);
});

test("the example uses every property of the element and every event", () => {
  const element = declarations.match(/export interface MiddleLayerElement [^]*?\n}/)[0];
  const members = [...element.matchAll(/^ {2}(?:readonly )?(\w+)[(:]/gm)].map(([, name]) => name);
  assert.ok(members.includes("handIn") && members.includes("destroy"));
  assert.deepEqual(members.filter((name) => !new RegExp(`element\\.${name}\\b`).test(example)), []);
  const events = [...declarations.matchAll(/^ {2}"(middle-layer-[a-z-]+)": CustomEvent/gm)].map(([, name]) => name);
  assert.equal(events.length, 7);
  assert.deepEqual(events.filter((name) => !example.includes(`addEventListener("${name}"`)), []);
});

test("every function of the engine is declared, and every declared one is there", () => {
  const declared = [...declarations.matchAll(/^export (?:default )?function (\w+)/gm)].map(([, name]) => (name === "init" ? "default" : name));
  // For embed.js alone, and no part of the contract.
  const there = Object.keys(engine).filter((name) => name !== "embedding");
  assert.deepEqual(there.sort(), declared.sort());
});
