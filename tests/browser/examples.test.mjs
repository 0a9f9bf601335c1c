// The examples, and functions that are learned: chosen, typed, played, and their layout. What they
// show: crates/app/tests/all/examples.rs.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { after, before } from "node:test";
import { canvasProblems, frames, handle, href, laidOut, launch, layoutProblems, openPage, screenshot, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const watched = (page) => page.textContent("[data-note=watch]");

sweep("an example is chosen by keyboard, says what to watch, and its formula is typed", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  assert.ok(!(await page.isVisible("[data-note=watch]")), "before, there is nothing to watch");
  await page.focus("#example");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.inputValue("#example"), "learns_well");
  assert.match(await watched(page), /^Watch the loss fall/);
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.inputValue("#example"), "too_high_a_rate");
  assert.ok(await page.getAttribute("#example", "aria-description"));
  await page.selectOption("#example", "learns_well");
  const query = new URL(await href(page)).search;
  assert.ok(query.length < 300, query);
  await handle(page, 'figure.set("iterations_per_frame", "100")');
  await page.click("[data-action=toggle]");
  await frames(page, 20);
  assert.equal(await frames(page, 3), 0, "it stops by itself");
  const accuracy = Number(await page.getAttribute("[data-number=test_accuracy] dd", "data-value"));
  assert.ok(accuracy >= 0.95, `${accuracy}`);
  assert.match(await watched(page), /^Watch the loss fall/, "it stays");
  // The iterations per frame, then the example.
  await page.click("[data-action=undo]");
  await page.click("[data-action=undo]");
  assert.equal(await page.inputValue("#example"), "too_high_a_rate", "undo goes back to the one before");

  await page.click("[data-action=more]");
  const type = async (id, text) => {
    await page.fill(`#${id}`, text);
    await page.keyboard.press("Enter");
  };
  await type("target", "sin(2x)");
  assert.equal(await page.inputValue("#example"), "", "another experiment is no example");
  assert.ok(!(await page.isVisible("[data-note=watch]")));
  assert.match(await page.textContent("[data-note=task]"), /learns a function: f\(x\) for each x/);
  assert.equal(await page.inputValue("#cost"), "squared_error", "a cost of values comes with it");
  assert.equal(await page.inputValue("#data"), "formula");
  assert.match(new URL(await href(page)).search, /target=sin%282x%29/);
  await page.selectOption("#test_rows", "last");
  await type("target", "sin(2x");
  assert.match(await page.textContent("[data-problem]"), /bracket|\)/);
  await page.focus("#data");
  await page.selectOption("#data", "sunspots");
  assert.equal(await page.inputValue("#target"), "", "data take the formula's place");
  assert.equal(await page.getAttribute("#standardize_targets", "aria-pressed"), "true", "large values are scaled");
  await page.click("#standardize_targets");
  assert.equal(await page.getAttribute("#standardize_targets", "aria-pressed"), "false");
  assert.deepEqual(problems, []);
});

for (const [name, width, height, theme] of [["phone", 390, 844, ""], ["laptop", 1440, 900, ""], ["projector", 1920, 1080, "&theme=projector"]]) {
  sweep(`an example has its place at ${width}×${height}`, async () => {
    const { page } = await openPage(browser, { path: `?scene=network${theme}`, viewport: { width, height }, hasTouch: name === "phone", frames: true });
    if (name === "phone") {
      await page.tap("#example");
      const box = await page.locator("#example").boundingBox();
      assert.ok(box.height >= 44, "a finger hits it");
    }
    for (const id of ["sunspots_forecast", "vanishing_gradients", "a_formula"]) {
      await page.selectOption("#example", id);
      await handle(page, '(figure.set("iterations_per_frame", "100"), figure.play())');
      await frames(page, 2);
      await handle(page, "figure.pause()");
      await laidOut(page);
      assert.deepEqual(await layoutProblems(page), [], id);
      // The loss along a weight is not what an example adds.
      const drawn = await page.evaluate(canvasProblems);
      assert.deepEqual(drawn.filter((problem) => !problem.startsWith("curve:")), [], id);
      const bar = await page.locator(".bar").boundingBox();
      if (width > 900) assert.ok(bar.y + bar.height <= height, "the controls are in sight");
      await screenshot(page, `example-${name}-${id}`);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id }) => id), []);
  });
}
