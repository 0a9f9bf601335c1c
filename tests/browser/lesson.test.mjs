// The lesson: time back and forth, branches, undo.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, launch, openPage, sentence } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const snapshot = (page) => handle(page, "figure.snapshot()");
const WELL = "?function=double_well&start=2&learning_rate=0.01";

for (const [name, path] of [["a ball", WELL], ["a network", "?batch_size=10&dropout=0.1"]]) {
  test(`${name}: scrubbed a hundred times at random, each moment is the same`, async () => {
    const { page, problems } = await openPage(browser, { path, frames: true });
    await page.click("[data-action=toggle]");
    await frames(page, 60);
    await page.click("[data-action=toggle]");
    await handle(page, "figure.seek(0)");
    const straight = [JSON.stringify(await snapshot(page))];
    for (let step = 0; step < 60; step++) {
      await handle(page, "figure.step()");
      straight.push(JSON.stringify(await snapshot(page)));
    }
    const slider = page.locator("[data-timeline]");
    assert.equal(await slider.getAttribute("max"), "60");
    for (let round = 0; round < 100; round++) {
      const to = [17, (round * 37) % 61, 60, (round * 53 + 7) % 61][round % 4];
      await slider.fill(String(to));
      assert.equal(JSON.stringify(await snapshot(page)), straight[to], `step ${to}`);
      assert.match(await page.textContent("[data-time]"), new RegExp(` ${to} of 60$`));
    }
    await slider.focus();
    await page.keyboard.press("Home");
    assert.equal(JSON.stringify(await snapshot(page)), straight[0]);
    await page.keyboard.press("End");
    await page.keyboard.press(",");
    assert.equal(JSON.stringify(await snapshot(page)), straight[59]);
    await page.keyboard.press(".");
    assert.equal(JSON.stringify(await snapshot(page)), straight[60]);
    await page.click("[data-action=toStart]");
    assert.ok(await page.isDisabled("[data-action=stepBack]"));
    await page.click("[data-action=toEnd]");
    assert.equal(JSON.stringify(await snapshot(page)), straight[60]);
    assert.deepEqual(problems, []);
  });
}

test("a branch is another run, the first stays as a ghost, and the address leads to it", async () => {
  const { page, problems } = await openPage(browser, { path: WELL, frames: true });
  await handle(page, "figure.play()");
  await frames(page, 30);
  await handle(page, "figure.pause()");
  const ghosts = async () => (await handle(page, 'figure.drawing("curve")')).marks.filter((it) => it.sign === "ghost");
  assert.equal((await ghosts()).length, 0);
  const first = await handle(page, "(figure.seek(10), figure.snapshot())");
  await page.fill("#learning_rate", "0.25");
  await page.press("#learning_rate", "Enter");
  assert.deepEqual(
    { ...(await snapshot(page)), next: 0 }, { ...first, next: 0 }, "up to here it is the first run",
  );
  assert.match(await page.textContent("[data-time]"), /10 of 10/);
  assert.ok((await ghosts()).length > 0);
  await handle(page, "figure.play()");
  await frames(page, 20);
  await handle(page, "figure.pause()");
  const branch = await snapshot(page);
  assert.ok(await page.isVisible("[data-action=toRose]"), "so large a step climbs");
  await page.click("[data-action=toRose]");
  assert.match(await sentence(page), /higher up than before/);

  const again = await openPage(browser, { path: new URL(page.url()).search, frames: true });
  await handle(again.page, "figure.play()");
  await frames(again.page, 30);
  await handle(again.page, "figure.pause()");
  assert.deepEqual(await snapshot(again.page), branch);
  await page.click("[data-action=reset]");
  assert.equal((await ghosts()).length, 0);
  assert.deepEqual([...problems, ...again.problems], []);
});

test("the last change of any control is taken back, with the moment it was made in", async () => {
  const { page, problems } = await openPage(browser, { path: WELL, frames: true });
  assert.ok(await page.isDisabled("[data-action=undo]"));
  for (let step = 0; step < 5; step++) await handle(page, "figure.step()");
  const before = [await snapshot(page), await handle(page, "figure.experiment()")];
  await page.selectOption("#theme", "dark");
  await page.focus("[data-slider=learning_rate]");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.focus("[data-view=curve]");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  assert.equal((await snapshot(page)).iteration, 0);
  await page.keyboard.press("Control+z");
  assert.equal((await handle(page, "figure.experiment()")).edits.length, 1);
  await page.click("[data-action=undo]");
  assert.deepEqual([await snapshot(page), await handle(page, "figure.experiment()")], before);
  assert.equal(await page.inputValue("#theme"), "dark");
  await page.click("[data-action=undo]");
  assert.equal(await page.inputValue("#theme"), "auto");
  assert.ok(await page.isDisabled("[data-action=undo]"));
  assert.deepEqual(problems, []);
});
