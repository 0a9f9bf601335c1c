// The page as a whole: it opens and plays, and the browser has nothing to complain about.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { handle, href, isReady, launch, openPage, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

for (const path of ["", "?scene=network"]) {
  test(`${path || "the page"} opens and plays without a complaint`, async () => {
    const { page, problems } = await openPage(browser, { path });
    assert.match(await page.title(), /Downhill/);
    await page.click("[data-action=toggle]");
    await page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().timeline.at >= 5);
    // Not by its button: a ball may have come to rest by now, and would be played again.
    await handle(page, "figure.pause()");
    const { playback: { playing }, timeline } = await handle(page, "figure.state()");
    assert.ok(!playing && timeline.at >= 5);
    assert.deepEqual(problems, []);
  });
}

test("before its program is here, the page says in words what it is", async () => {
  const html = await (await fetch(process.env.DOWNHILL_URL)).text();
  assert.match(html, /<h1>Downhill<\/h1>\s*<downhill-figure[^>]*>\s*<p>Drag a ball/);
});

test("a scene's own page begins with it, and goes where its address says", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "downhill-"));
  await cp(path.join(process.env.DOWNHILL_DIST, "index.html"), path.join(folder, "index.html"));
  execFileSync(process.env.DOWNHILL_CLI, ["oembed", "--base", process.env.DOWNHILL_URL, "--into", folder]);
  const body = await readFile(path.join(folder, "gradient.html"), "utf8");
  const { page, problems } = await openPage(browser, { path: "licences.txt", ready: false });
  await page.route(/gradient\.html/, (it) => it.fulfill({ contentType: "text/html", body }));
  await page.goto(new URL("gradient.html", process.env.DOWNHILL_URL).href);
  await isReady(page);
  const state = () => handle(page, "figure.state().scene.id");
  assert.equal(await state(), "gradient");
  await handle(page, 'figure.set("scene", "network")');
  assert.match(await href(page), /gradient\.html\?scene=network/);
  assert.deepEqual(problems, []);
});

sweep("a panic writes its message and its place to the console", async () => {
  const { page, problems } = await openPage(browser);
  // A page must not call the figure while that draws: here a canvas does, asked for its width.
  const outcome = await page.evaluate(() => {
    const { figure } = document.querySelector("downhill-figure");
    const canvas = shadow().querySelector("[data-view=curve]");
    Object.defineProperty(canvas, "width", { get: () => figure.step() });
    try {
      return figure.draw();
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(outcome, "RuntimeError");
  assert.equal(problems.length, 1);
  assert.match(problems[0], /panicked at crates\/web\/src\/figure\.rs:\d+:\d+:\n.*already borrowed/);
});
