// How fast a run goes by, what ends it, and what to do where it cannot go on: the controls. What they
// do: crates/app/tests/all/pace.rs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, href, launch, openPage, screenshot, sentence, sweep, usually } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const PACE = ".pace [data-key=iterations_per_frame]";
const iteration = async (page) => (await handle(page, "figure.snapshot()")).iteration;

sweep("the page says how many iterations a second it makes, at full speed only", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&iterations_per_frame=max" });
  await page.click("[data-action=toggle]");
  await page.waitForFunction(() => /, [\d,]+ per second$/.test(shadow().querySelector("[data-time]").textContent), null, { timeout: 60_000 });
  await page.click("[data-action=toggle]");
  assert.doesNotMatch(await page.textContent("[data-time]"), /second/);
  assert.deepEqual(problems, []);
});

test("the speed is chosen, and a rule ends a run, by keyboard", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&batch_size=20", frames: true });
  assert.deepEqual(await page.locator(`${PACE} option`).allTextContents(), ["slow", "1", "10", "max"]);
  await page.focus(PACE);
  await page.keyboard.press("ArrowDown");
  assert.match(await href(page), /iterations_per_frame=10/);
  await page.click("[data-action=toggle]");
  await frames(page, 3);
  assert.equal(await iteration(page), 30);
  await page.click("[data-action=toggle]");
  // Any other number is kept, and offered.
  await handle(page, 'figure.set("iterations_per_frame", "3")');
  assert.equal(await page.inputValue(PACE), "3");
  await assert.rejects(handle(page, 'figure.set("iterations_per_frame", "fast")'), /from 0.01 to 100, or max/);

  await page.click("[data-action=reset]");
  await page.click("[data-action=more]");
  await page.fill("[data-key=epochs]", "3");
  await page.keyboard.press("Enter");
  assert.match(await href(page), /epochs=3/);
  await page.click("[data-action=toggle]");
  await frames(page, 100);
  assert.equal(await frames(page, 3), 0, "it has stopped");
  assert.match(await sentence(page), /3 epochs are complete.*number of epochs/);
  assert.match(await page.textContent("[data-four] li:last-child"), /Stop/);
  await page.fill("[data-key=epochs]", "-x");
  await page.keyboard.press("Enter");
  assert.match(await page.textContent("[data-problem]"), /epochs/);
  assert.deepEqual(problems, []);
});

sweep("the speed is chosen by touch", async () => {
  const { page, problems } = await openPage(browser, { hasTouch: true, viewport: { width: 390, height: 844 }, frames: true });
  const box = await page.locator(PACE).boundingBox();
  assert.ok(box.height >= 44 && box.width >= 44, `${box.width} × ${box.height}`);
  await page.tap(PACE);
  await page.selectOption(PACE, "0.1");
  await page.tap("[data-action=toggle]");
  await frames(page, 20);
  assert.equal(await iteration(page), 2);
  assert.deepEqual(problems, []);
});

for (const [name, path, width] of [
  ["a network", "?scene=network&learning_rate=5&cost=squared_error&activation=relu", 1280],
  ["a ball on a curve, on a phone", "?function=x^4&start=2&learning_rate=1", 390],
]) {
  usually(name.startsWith("a network"))(`${name} that flies off stops, and tries again with a smaller step size`, async () => {
    const phone = width < 500;
    const { page, problems } = await openPage(browser, { path, frames: true, hasTouch: phone, viewport: { width, height: 800 } });
    // Of a ball a step size is known that settles.
    const button = page.locator(`[data-action=${phone ? "settle" : "halve"}]`);
    assert.ok(await button.isHidden());
    await page.click("[data-action=toggle]");
    await frames(page, 200);
    assert.match(await sentence(page), /Stopped/);
    const rate = async () => Number((await handle(page, "figure.state()")).controls.learning_rate);
    const before = await rate();
    await screenshot(page, `halve-${width}`);
    if (phone) {
      const box = await button.boundingBox();
      assert.ok(box.height >= 44 && box.width >= 44);
      await button.tap();
    } else {
      await button.focus();
      await page.keyboard.press("Enter");
    }
    if (phone) assert.ok((await rate()) < before / 2);
    else assert.equal(await rate(), before / 2);
    assert.ok(await button.isHidden());
    assert.equal(await page.evaluate(() => focused().dataset.action), "toggle", "play is at hand");
    await page.click("[data-action=undo]");
    assert.equal(await rate(), before);
    assert.deepEqual(problems, []);
  });
}
