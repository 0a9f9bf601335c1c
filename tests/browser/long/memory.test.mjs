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
    // Ten seconds.
    await frames(page, 600);
    const few = await memory(page);
    for (let some = 0; some < 20; some++) await frames(page, 120);
    // Mostly the same to the byte. How much is computed in the rest of a frame depends on how
    // busy the machine is, and once in a while that takes another page of 64 kB.
    assert.ok((await memory(page)) <= few + 65_536, `${await memory(page)} after ${few}`);
    assert.deepEqual(problems, []);
  });
}
