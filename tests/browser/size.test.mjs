// How much a reader's browser has to fetch, and when.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { handle, launch, openPage, screenshot } from "./support.mjs";

/**
 * What a scene's files together may weigh, in kB of brotli at its best, until someone touches
 * it. For the page it is the goal; for the other scenes a little more than they do: it is raised
 * knowingly, with what is added.
 */
const MOST = { "": 110, "?scene=gradient": 181, "?scene=descent": 181, "?scene=neuron": 256, "?scene=network": 256 };
/** The same with all parts. */
const MOST_OF_ALL = 521;

/** Another compiler makes other functions than the parts' lists name, and the page may have to wait for one. */
const listed = readFileSync(path.join(process.env.DOWNHILL_ROOT, "crates/web/parts/compiler.txt"), "utf8").trim();
const compiler = execFileSync("rustc", ["--version"], { encoding: "utf8" }).trim();
const other = listed !== compiler && `the parts' lists are for ${listed}, and this is ${compiler}`;

const { PARTS } = await import(pathToFileURL(path.join(process.env.DOWNHILL_DIST, "parts.js")));

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** What the page has fetched: addresses and sizes in kB. */
async function fetched(page) {
  const addresses = await page.evaluate(() => [
    location.origin + location.pathname,
    ...[...document.querySelectorAll("link[rel=icon]")].map((icon) => icon.href),
    ...performance.getEntriesByType("resource").map((entry) => entry.name),
  ]);
  const sizes = new Map();
  for (const address of addresses.filter((address) => address.startsWith("http"))) {
    const file = await (await fetch(address)).arrayBuffer();
    sizes.set(new URL(address).pathname, brotliCompressSync(file).length / 1000);
  }
  const lines = [...sizes].map(([file, kB]) => `${kB.toFixed(1).padStart(7)} kB  ${file}`);
  const all = [...sizes.values()].reduce((sum, kB) => sum + kB, 0);
  return { all, table: [...lines, `${all.toFixed(1).padStart(7)} kB  in all, brotli`].join("\n") };
}

/** How often the page stood still for a part of the program. */
const waits = (page) =>
  page.evaluate(() => performance.getEntriesByType("resource").filter((it) => it.initiatorType === "xmlhttprequest").length);

for (const [address, most] of Object.entries(MOST)) {
  test(`until it is touched, ${address || "the page"} weighs up to ${most} kB, and has not stood still`, { skip: other }, async () => {
    const { page, problems } = await openPage(browser, { path: address });
    await page.waitForTimeout(500);
    const { all, table } = await fetched(page);
    console.log(table);
    assert.ok(all <= most, `more than ${most} kB:\n${table}`);
    assert.equal(await waits(page), 0, "cargo xtask parts looks anew what belongs into which part");
    await page.hover("[data-action=toggle]");
    await page.waitForFunction(
      (parts) => parts.every((part) => performance.getEntriesByName(new URL(`wasm/${part}.wasm`, location.href).href).length),
      PARTS,
      { polling: 100 },
    );
    const touched = await fetched(page);
    assert.ok(touched.all > all && touched.all <= MOST_OF_ALL, touched.table);
    assert.deepEqual(problems, []);
  });
}

test("the first scene is dragged and played without what else the program can do", { skip: other }, async () => {
  const { page, problems } = await openPage(browser, { path: "" });
  await page.route("**/*.wasm", (route) => route.abort());
  const canvas = page.locator("[data-view=curve]");
  const { x, y, width, height } = await canvas.boundingBox();
  await page.mouse.move(x + width * 0.5, y + height * 0.5);
  await page.mouse.down();
  const before = await page.textContent("[data-sentence]");
  await page.mouse.move(x + width * 0.7, y + height * 0.5, { steps: 5 });
  await page.mouse.up();
  assert.notEqual(await page.textContent("[data-sentence]"), before);
  await page.click("[data-action=toggle]");
  await page.waitForFunction(() => document.querySelector("[data-ready]").downhill.state().timeline.at > 3);
  await page.click("[data-action=toggle]");
  assert.equal(await waits(page), 0);
  // What was asked for ahead did not come; nothing else is wrong.
  assert.deepEqual(problems.filter((it) => !/\.wasm/.test(it)), []);
  await screenshot(page, "first-part");
});

for (const [what, meet] of [
  ["without a connection", (route) => route.abort()],
  ["from a server that has lost it", (route) => route.fulfill({ status: 404, body: "Not found" })],
]) {
  test(`what cannot be fetched ${what} is said, the experiment is kept, and later it comes`, async () => {
    const { page, problems } = await openPage(browser, { path: "" });
    await page.route("**/*.wasm", meet);
    const before = await page.textContent("[data-sentence]");
    const scene = (id) => page.click(`[data-scenes] [data-scene=${id}]`);
    for (const id of ["network", "gradient", "descent", "neuron", "network"]) {
      await scene(id);
      assert.match(await page.textContent("[data-problem]"), /could not be fetched.*try again/, id);
      assert.equal(await page.textContent("[data-sentence]"), before);
    }
    await page.click("[data-action=toggle]");
    await page.waitForFunction(() => document.querySelector("[data-ready]").downhill.state().timeline.at > 3);
    await page.unroute("**/*.wasm");
    await scene("descent");
    assert.match(await page.textContent("[data-equations]"), /f/);
    await scene("network");
    assert.equal(await handle(page, "figure.state().mode"), "network");
    await handle(page, 'figure.set("example", "no_hidden_layer")');
    assert.equal(await handle(page, "figure.state().controls.example"), "no_hidden_layer");
    assert.equal(await page.textContent("[data-problem]"), "");
    assert.deepEqual(problems.filter((it) => !/\.wasm|parts\.js|CompileError|wasm/i.test(it)), []);
  });
}

test("the first part alone shows what the whole program shows", async () => {
  // All parts are there before the second one's first picture.
  const [alone, whole] = await Promise.all(["", "?scene=derivative"].map(async (path) => {
    const { page, problems } = await openPage(browser, { path });
    await page.waitForTimeout(1000);
    assert.deepEqual(problems, []);
    const parts = await page.evaluate(() => performance.getEntriesByType("resource").filter((it) => /\.wasm/.test(it.name)).length);
    const seen = await page.evaluate(() => ({
      words: document.body.innerText,
      hidden: document.body.textContent,
      pictures: [...document.querySelectorAll("canvas")].map((canvas) => canvas.toDataURL()),
    }));
    return { parts, seen };
  }));
  assert.deepEqual([alone.parts, whole.parts], [1, 1 + PARTS.length]);
  assert.deepEqual(alone.seen, whole.seen);
});

test("a script that wants more than the first scene at once gets it", async () => {
  const { page, problems } = await openPage(browser, { path: "" });
  assert.equal(await handle(page, `(figure.set("scene", "network"), figure.state().mode)`), "network");
  assert.ok((await waits(page)) > 0);
  assert.equal((await handle(page, "(figure.step(), figure.state())")).timeline.at, 1);
  assert.deepEqual(problems, []);
});
