// Predict, then reveal: the guess is dragged or moved by keys, the truth is drawn beside it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { canvasProblems, frames, handle, launch, layoutProblems, openPage, place, screenshot, sentence } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const snapshot = (page) => handle(page, "figure.snapshot()");
const signs = async (page, view) => new Set((await handle(page, `figure.drawing("${view}")`)).marks.map((it) => it.sign));

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
  async keyboard(page, view, [x, y]) {
    await page.focus(`[data-view=${view}]`);
    const { x: from } = await snapshot(page);
    for (const [way, far] of [[["ArrowLeft", "ArrowRight"], x - from[0]], [["ArrowDown", "ArrowUp"], (y ?? 0) - (from[1] ?? 0)]]) {
      if (view === "curve" && way[0] === "ArrowDown") continue;
      for (let press = 0; press < Math.round(Math.abs(far) * 10); press++) await page.keyboard.press(way[far > 0 ? 1 : 0]);
    }
  },
};

for (const [view, path, at] of [
  ["curve", "?scene=descent", [1.5, 0]],
  ["map", "?function=himmelblau&start=-1,2&learning_rate=0.01", [-1.6, 2.5]],
]) {
  for (const [hand, bring] of Object.entries(HANDS)) {
    test(`on the ${view}, a guess by ${hand} is kept, and the truth is drawn beside it`, async () => {
      const { page, problems } = await openPage(browser, { path, hasTouch: true, frames: true });
      const start = await snapshot(page);
      assert.ok(!(await signs(page, view)).has("ghost"), "off by default");
      await page.click("[data-toggle=predict]");
      assert.match(await sentence(page), /Where will the ball be\?/);
      const next = `[data-figures] [data-number=${view === "map" ? "step_x" : "next_step"}] dd`;
      assert.equal(await page.isVisible(next), false, "no number tells");
      let seen = await signs(page, view);
      assert.ok(seen.has("ghost") && !seen.has("step"), "no arrow tells");
      await bring(page, view, at);
      assert.match(await sentence(page), /you guess/);
      assert.deepEqual(await snapshot(page), start, "the ball stays where it is");
      await page.click("[data-action=step]");
      const here = await snapshot(page);
      assert.deepEqual(here.x, start.next, "the run is what it was");
      const said = await sentence(page);
      const numbers = said.match(/guessed .*?= \(?([−\d., ]+?)\)?\. After one step.*: ([\d.]+) apart/);
      const guess = numbers[1].replaceAll("−", "-").split(",").map(Number);
      const apart = Math.hypot(...guess.map((it, axis) => it - here.x[axis]));
      assert.ok(Math.abs(Number(numbers[2]) - apart) < 0.02, said);
      assert.ok(Math.hypot(...guess.map((it, axis) => it - at[axis])) < 0.06, said);
      seen = await signs(page, view);
      assert.ok(seen.has("ghost") && seen.has("step"));
      assert.ok(await page.isVisible(next));
      await screenshot(page, `predict-${view}-${hand}`);
      // Scrubbed back, it is a question again; switched off, it is gone.
      await page.click("[data-action=stepBack]");
      assert.match(await sentence(page), /you guess/);
      await page.click("[data-toggle=predict]");
      assert.ok(!(await signs(page, view)).has("ghost"));
      assert.doesNotMatch(await sentence(page), /guess/);
      assert.deepEqual(problems, []);
    });
  }
}

for (const [name, [width, height], theme] of [["laptop", [1440, 900], "light"], ["projector", [1920, 1080], "projector"], ["phone", [390, 844], "dark"]]) {
  test(`at ${width}×${height} a question has its place`, async () => {
    for (const scene of ["gradient", "descent"]) {
      const { page } = await openPage(browser, { path: `?scene=${scene}&predict=true&theme=${theme}`, viewport: { width, height }, frames: true });
      const bar = () => page.locator("[data-action=toggle]").boundingBox();
      await frames(page, 200);
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
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], scene);
    }
  });
}
