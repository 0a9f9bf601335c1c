// The page as a whole: it opens and plays, and the browser has nothing to complain about.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { handle, launch, openPage, sweep } from "./support.mjs";

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
