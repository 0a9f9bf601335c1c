// The numbers: what the page shows is what the network computes, bit for bit, in Node and in the
// browser. That slope, gradient, difference and tangent are one: crates/app/tests/all/truth.rs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { handle, href, launch, openPage } from "./support.mjs";

const { DOWNHILL_DIST, DOWNHILL_ROOT } = process.env;

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** The trajectories on record in a file: `[hash, query]`. */
async function record(file) {
  const text = await readFile(path.join(DOWNHILL_ROOT, "tests", file), "utf8");
  const lines = text.split("\n").filter((line) => line && !line.startsWith("#"));
  return lines.map((line) => [line.slice(0, 16), line.slice(17)]);
}

test("the numbers on the page carry all their digits", async () => {
  const { page, problems } = await openPage(browser, { path: "?batch_size=10", frames: true });
  const cell = async (key) => Number(await page.getAttribute(`[data-number=${key}] dd`, "data-value"));
  for (const weight of [0, 6, 32]) {
    await handle(page, `(figure.set("weight", "${weight}"), figure.step())`);
    const { gradient, batch_loss, train_loss } = await handle(page, "figure.snapshot()");
    assert.deepEqual([await cell("gradient"), await cell("batch_loss"), await cell("train_loss")], [gradient[weight], batch_loss, train_loss]);
    const surface = await handle(page, "figure.lossAtBall()");
    assert.ok(Math.abs(surface - batch_loss) <= 1e-6 * Math.max(1, batch_loss), `${surface} ${batch_loss}`);
  }
  const address = await href(page);
  const there = await handle(page, "figure.snapshot()");
  await page.goto(address);
  await page.locator("[data-ready]").waitFor();
  await handle(page, "(figure.step(), figure.step(), figure.step())");
  assert.deepEqual(await handle(page, "figure.snapshot()"), there);
  assert.deepEqual(problems, []);
});

test("the shipped module gives the recorded bits in Node and in the browser", async () => {
  const file = (...name) => path.join(DOWNHILL_DIST, ...name);
  const module = await import(pathToFileURL(file("wasm", "downhill.js")));
  module.initSync({ module: await readFile(file("wasm", "downhill_bg.wasm")) });
  const { page } = await openPage(browser);
  // Long runs of few experiments, and short ones of every optimizer × activation × cost.
  for (const [file, iterations, least] of [["trajectories.txt", 1000, 3], ["digests.txt", 30, 900]]) {
    const recorded = await record(file);
    assert.ok(recorded.length >= least);
    const inBrowser = await page.evaluate(async ([queries, iterations]) => {
      const { trajectoryHash } = await import(new URL("wasm/downhill.js", location.href));
      return queries.map((query) => trajectoryHash(query, iterations));
    }, [recorded.map(([, query]) => query), iterations]);
    recorded.forEach(([hash, query], index) => {
      assert.equal(module.trajectoryHash(query, iterations), hash, `Node, ${query}`);
      assert.equal(inBrowser[index], hash, `browser, ${query}`);
    });
  }
});
