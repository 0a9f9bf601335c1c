// A step is seen: the ball slides from one snapshot to the next. Where it is on the way, how it leaps, how
// a run begins: crates/app/tests/all/motion.rs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, launch, openPage, sentence, usually } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const picture = (page, view) =>
  page.evaluate((view) => document.querySelector("downhill-figure").shadowRoot.querySelector(`[data-view=${view}]`).toDataURL(), view);

/** The pictures and sentences of the frames after a press of *Step*, until none is asked for. */
async function step(page, view) {
  await page.click("[data-action=step]");
  const [pictures, sentences] = [[], []];
  for (let calls = 1; calls; ) {
    calls = await frames(page, 1);
    pictures.push(await picture(page, view));
    sentences.push(await sentence(page));
    assert.ok(pictures.length < 120, "it comes to rest");
  }
  return { pictures: new Set(pictures).size, sentences: [...new Set(sentences)] };
}

for (const [path, view] of [
  ["?scene=derivative", "curve"],
  ["?scene=gradient", "map"],
  ["?scene=gradient", "surface"],
  ["?scene=network", "diagram"],
]) {
  usually(["curve", "diagram"].includes(view))(`in ${path} a step is seen on its way on the ${view}, and the sentence waits for its end`, async () => {
    const { page, problems } = await openPage(browser, { path, frames: true, motion: true });
    await frames(page, 5);
    const before = await sentence(page);
    const { pictures, sentences } = await step(page, view);
    assert.ok(pictures >= 6, `${pictures} pictures`);
    assert.equal(sentences.length, 2, sentences.join("\n"));
    assert.equal(sentences[0], before);
    assert.equal(await handle(page, "figure.state().timeline.at"), 1);
    assert.deepEqual(problems, []);
  });
}

test("who asks for less motion sees each step at once", async () => {
  const { page, problems } = await openPage(browser, {
    path: "?scene=derivative",
    frames: true,
    motion: true,
    reducedMotion: "reduce",
  });
  await frames(page, 5);
  const { pictures, sentences } = await step(page, "curve");
  assert.deepEqual([pictures, sentences.length], [1, 1]);
  assert.deepEqual(problems, []);
});
