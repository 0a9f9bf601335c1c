// Thirty figures on one page: how smoothly it scrolls, and how much memory they take.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { host } from "../host.mjs";
import { launch } from "../support.mjs";

const SCENES = ["scene=derivative", "scene=descent", "scene=gradient", "scene=neuron", "scene=network", "scene=network&amp;data=moons"];
const FIGURES = Array.from({ length: 30 }, (_, index) => `<p>Figure ${index + 1}.</p><downhill-figure query="${SCENES[index % SCENES.length]}&amp;seed=${index}" ratio="4/3" style="display:block;aspect-ratio:4/3"><p>A ball.</p></downhill-figure>`);
const pages = new Map([["/thirty.html", `<!doctype html><html lang="en"><title>Thirty</title><link rel="icon" href="data:,"><style>body { max-width: 640px; margin: auto }</style><script src="/downhill/downhill.js" async></script><body>${FIGURES.join("\n")}`]]);

let browser;
let site;
before(async () => {
  browser = await launch();
  site = await host({ pages });
});
after(async () => {
  site?.stop();
  await browser?.close();
});

test("thirty figures on one page: it scrolls at 60 frames a second, in less than 150 MB", async () => {
  const page = await (await browser.newContext({ viewport: { width: 800, height: 800 } })).newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.goto(`${site.address}thirty.html`);
  // Down once, so that all are there.
  const scroll = () =>
    page.evaluate(
      () =>
        new Promise((done) => {
          scrollTo(0, 0);
          const intervals = [];
          let last;
          const frame = (now) => {
            if (last !== undefined) intervals.push(now - last);
            last = now;
            scrollBy(0, 12);
            if (scrollY + innerHeight < document.documentElement.scrollHeight - 1) requestAnimationFrame(frame);
            else done(intervals);
          };
          requestAnimationFrame(frame);
        }),
    );
  await scroll();
  await page.waitForFunction(() => [...document.querySelectorAll("downhill-figure")].every(({ figure }) => figure), undefined, { timeout: 120_000 });
  await page.waitForTimeout(1000);
  const intervals = (await scroll()).sort((a, b) => a - b);
  const p95 = intervals[Math.floor(0.95 * intervals.length)];
  const client = await page.context().newCDPSession(page);
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(async () => (await (await import("/downhill/wasm/downhill.js")).default()).memory.buffer.byteLength);
  const megabytes = (usedSize + wasm) / 1e6;
  console.log(`${intervals.length} frames, p95 ${p95.toFixed(1)} ms; ${megabytes.toFixed(0)} MB, of which WebAssembly ${(wasm / 1e6).toFixed(0)} MB`);
  assert.ok(p95 <= 20, `p95 of frame intervals is ${p95} ms`);
  assert.ok(megabytes < 150, `${megabytes} MB`);
  assert.deepEqual(problems, []);
});
