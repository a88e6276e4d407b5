// What a release says of itself: the bill of materials and the licences, against the engine and Cargo.lock.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { bytes, engine } from "./support/engine.mjs";

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
const bill = JSON.parse(await read("dist/sbom.cdx.json"));
const licences = await read("dist/THIRD-PARTY-LICENCES.txt");
const lock = await read("Cargo.lock");
const locked = new Map([...lock.matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "(.+)"/g)].map(([, name, version, sum]) => [`${name} ${version}`, sum]));
const crates = bill.components.filter(({ purl }) => purl.startsWith("pkg:cargo/"));

test("every crate whose paths are in the engine is in the bill of materials", () => {
  const paths = [...new TextDecoder("latin1").decode(bytes).matchAll(/\/crates\/([\w-]+?)-(\d+\.\d+\.\d+)\/src\//g)];
  const inside = new Set(paths.map(([, name, version]) => `${name}@${version}`));
  assert.ok(inside.size > 2, [...inside].join());
  const listed = new Set(crates.map(({ name, version }) => `${name}@${version}`));
  assert.deepEqual([...inside].filter((one) => !listed.has(one)), []);
  assert.ok(listed.has(`yew@${lock.match(/name = "yew"\nversion = "([^"]+)"/)[1]}`));
});

test("tools and macros are not in it", () => {
  const names = crates.map(({ name }) => name);
  assert.deepEqual(names.filter((name) => /^(syn|quote|proc-macro2|clap|jsonschema|xtask|criterion|proptest|.*-macros?)$/.test(name)), []);
});

test("its hashes are those of Cargo.lock and of the files", async () => {
  for (const { name, version, hashes: [{ alg, content }] } of crates) {
    assert.equal(alg, "SHA-256");
    assert.equal(locked.get(`${name} ${version}`), content, name);
  }
  const files = bill.metadata.component.components;
  const there = (await readdir(new URL("../../dist", import.meta.url))).filter((name) => name !== "sbom.cdx.json");
  assert.deepEqual(files.map(({ name }) => name).sort(), there.sort());
  for (const { name, hashes: [{ content }] } of files) {
    const hash = createHash("sha384").update(await readFile(new URL(`../../dist/${name}`, import.meta.url)));
    assert.equal(content, hash.digest("hex"), name);
  }
});

test("it has the version of the engine, and nothing that differs from build to build", () => {
  assert.equal(bill.metadata.component.version, engine.version().engine);
  assert.equal(bill.metadata.timestamp, undefined);
  assert.match(bill.serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("every component has its licence and a text in the list of licences", () => {
  const [head, ...texts] = licences.split(/\n={100}\nText \d+: /);
  for (const { name, version, licenses: [{ license, expression }] } of bill.components) {
    const whom = name === "rust-std" ? `Rust standard library ${version}` : `${name} ${version}`;
    const entry = head.split("\n").findIndex((line) => line.startsWith(`${whom} `));
    assert.ok(entry >= 0, whom);
    assert.ok(head.split("\n")[entry].endsWith(` ${expression ?? license.id}`), whom);
    const numbers = head.split("\n")[entry + 1].match(/texts: ([\d, ]+)/)[1].split(",").map(Number);
    const lengths = [];
    for (const number of numbers) {
      const [users, text] = texts[number - 1].split(/\n={100}\n\n/);
      assert.ok(users.split(", ").includes(whom), `${whom}: text ${number}`);
      lengths.push(text.length);
    }
    assert.ok(Math.max(...lengths) > 800, `${whom} has a whole text`);
  }
  assert.ok(!licences.includes("\r"));
});
