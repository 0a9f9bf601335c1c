// A slow line: what is there when, and that nothing freezes after it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openPage } from "../support.mjs";

/** 1.6 Mbit/s, and 150 ms for each answer. */
const LINE = { latency: 150, bytes: 200_000 };

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** Runs in the page before anything else: when the figure is drawn, and how long each task takes that lasts. */
function watch() {
  window.seen = { tasks: [] };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.seen.tasks.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });
  const drawn = () => requestAnimationFrame(() => setTimeout(() => (window.seen.live = performance.now())));
  addEventListener("ready", drawn, { capture: true, once: true });
}

for (const path of ["", "?scene=gradient", "?scene=descent", "?scene=neuron", "?scene=network"]) {
  test(`on a slow line, ${path || "the page"} has words in 1 s, its figure in 4.5 s, and then no long task`, async () => {
    const { page, problems } = await openPage(browser, { path, line: LINE, prepare: watch });
    await page.waitForFunction(() => window.seen.live);
    const words = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
    const { live } = await page.evaluate(() => window.seen);
    console.log(`${path || "the page"}: words after ${words.toFixed(0)} ms, the figure after ${live.toFixed(0)} ms`);
    const other = path === "?scene=network" ? "descent" : "network";
    await page.click(`[data-scenes] [data-scene=${other}]`);
    await page.waitForFunction((scene) => document.querySelector("downhill-figure").figure.state().scene.id === scene, other);
    await page.waitForTimeout(2000);
    const tasks = (await page.evaluate(() => window.seen.tasks)).filter(({ startTime }) => startTime > live);
    const longest = Math.max(0, ...tasks.map(({ duration }) => duration));
    console.log(`then the longest task takes ${longest.toFixed(0)} ms`);
    assert.ok(words <= 1000, `${words}`);
    assert.ok(live <= 4500, `${live}`);
    assert.ok(longest <= 500, `${longest}`);
    assert.deepEqual(problems, []);
  });
}
