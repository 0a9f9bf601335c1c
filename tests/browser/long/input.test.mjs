// An input is answered soon: measured alone, as other work on the machine would be measured as well.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openPage } from "../support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test("an input is answered while the map fills in", async () => {
  const { page } = await openPage(browser, { path: "?function=himmelblau&basins=true" });
  await page.waitForFunction(() => document.querySelector("downhill-figure").figure.basins());
  const waits = await page.evaluate(async () => {
    const figure = document.querySelector("downhill-figure").figure;
    const waits = [];
    for (let index = 0; index < 30; index++) {
      const start = performance.now();
      figure.setPlace("learning_rate", 8 + (index % 5));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      waits.push(performance.now() - start);
    }
    return waits.sort((a, b) => a - b);
  });
  console.log(`input to the end of the next frame: median ${waits[15].toFixed(1)} ms, longest ${waits[29].toFixed(1)} ms`);
  // The goal is 50 ms for most; a machine that others use as well misses some.
  assert.ok(waits[7] < 60, `${waits}`);
});
