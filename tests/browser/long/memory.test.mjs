// The steady state: frames take no memory that they do not give back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, launch, openPage } from "../support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** The bytes of the module's memory, which never shrinks. */
const memory = (page) =>
  page.evaluate(async () => {
    const { default: init } = await import(new URL("wasm/downhill.js", location.href));
    return (await init()).memory.buffer.byteLength;
  });

for (const [name, query] of [
  ["a network", "?batch_size=10&iterations_per_frame=4&optimizer=adam&learning_rate=0.001&dropout=0.1"],
  ["a function of one variable", "?function=wavy&iterations_per_frame=4&start=2.5&learning_rate=0.0001"],
  ["a function of two variables", "?function=rosenbrock&iterations_per_frame=4&learning_rate=0.0001"],
]) {
  test(`${name}: after many frames the memory is what it was after few`, async () => {
    const { page, problems } = await openPage(browser, { path: query, frames: true });
    await page.click("[data-action=toggle]");
    // What is searched beside the run takes memory once, and how soon depends on how busy the
    // machine is; what is lost in each frame takes more for ever.
    let before = 0;
    let now = await memory(page);
    for (let some = 0; some < 8 && now > before; some++) {
      for (let part = 0; part < 10; part++) await frames(page, 120);
      [before, now] = [now, await memory(page)];
      console.log(`${name}: ${now} bytes`);
    }
    assert.equal(now, before, "it grew in each of eight times 1,200 frames");
    assert.deepEqual(problems, []);
  });
}
