// Predict, then reveal: the guess is dragged, tapped or moved by keys, and nothing on the page tells the
// truth before. Its numbers and marks: crates/app/tests/all/predict.rs.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { canvasProblems, frames, handle, launch, layoutProblems, openPage, place, screenshot, sentence, sweep, usually } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const snapshot = (page) => handle(page, "figure.snapshot()");

const HANDS = {
  async mouse(page, view, at) {
    const { x: [x, y], value } = await snapshot(page);
    const [a, b] = [await place(page, view, x, y ?? value), await place(page, view, ...at)];
    await page.mouse.move(a.x, a.y);
    await page.mouse.down();
    await page.mouse.move(b.x, b.y, { steps: 4 });
    await page.mouse.up();
  },
  async touch(page, view, at) {
    const { x, y } = await place(page, view, ...at);
    await page.touchscreen.tap(x, y);
  },
  async keyboard(page, view) {
    await page.focus(`[data-view=${view}]`);
    await page.keyboard.press("ArrowRight");
  },
};

for (const [view, path, at, number] of [
  ["curve", "?scene=descent", [1.5, 0], "next_step"],
  ["map", "?function=himmelblau&start=-1,2&learning_rate=0.01", [-1.6, 2.5], "step_x"],
]) {
  usually(view === "curve")(`on the ${view}, a guess by mouse, touch and keyboard is kept until the step`, async () => {
    const { page, problems } = await openPage(browser, { path, hasTouch: true, frames: true });
    await page.click("[data-action=more]");
    await page.click("[data-toggle=predict]");
    await page.click("button[data-drawer=numbers]");
    assert.match(await sentence(page), /Where will the ball be\?/);
    const next = `[data-figures] [data-number=${number}] dd`;
    assert.equal(await page.isVisible(next), false, "no number tells");
    for (const [hand, bring] of Object.entries(HANDS)) {
      const start = await snapshot(page);
      await bring(page, view, at);
      assert.match(await sentence(page), /you guess/, hand);
      assert.deepEqual(await snapshot(page), start, "the ball stays where it is");
      await page.click("[data-action=step]");
      assert.deepEqual((await snapshot(page)).x, start.next, "the run is what it was");
      assert.match(await sentence(page), /guessed .* After one step.*: [\d.]+ apart/, hand);
      assert.ok(await page.isVisible(next), hand);
      await screenshot(page, `predict-${view}-${hand}`);
      await page.click("[data-action=stepBack]");
      assert.match(await sentence(page), /you guess/, "scrubbed back, it is a question again");
      await page.click("[data-action=reset]");
    }
    await page.click("[data-toggle=predict]");
    assert.doesNotMatch(await sentence(page), /guess/);
    assert.deepEqual(problems, []);
  });
}

for (const [name, [width, height], theme] of [["laptop", [1440, 900], "light"], ["projector", [1920, 1080], "projector"], ["phone", [390, 844], "dark"]]) {
  sweep(`at ${width}×${height} a question has its place`, async () => {
    const { page } = await openPage(browser, { path: `?scene=gradient&predict=true&theme=${theme}`, viewport: { width, height }, frames: true });
    for (const scene of ["gradient", "descent"]) {
      await handle(page, `figure.set("scene", "${scene}")`);
      const bar = () => page.locator("[data-action=toggle]").boundingBox();
      await frames(page, 60);
      const { y } = await bar();
      const more = await page.locator('[data-action=more]').boundingBox();
      if (name === "laptop") assert.ok(more.y + more.height <= height, "all controls are in sight");
      for (const moment of ["ask", "told"]) {
        assert.deepEqual(await layoutProblems(page), [], `${scene} ${moment}`);
        assert.deepEqual(await page.evaluate(canvasProblems), [], `${scene} ${moment}`);
        assert.ok(Math.abs((await bar()).y - y) < 1, "nothing jumps");
        await screenshot(page, `predict-${scene}-${name}-${moment}`);
        await handle(page, "figure.moveBall(-30, 10)");
        await handle(page, "figure.step()");
        await frames(page, 5);
      }
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), []);
  });
}
