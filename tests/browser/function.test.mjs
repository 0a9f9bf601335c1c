// A ball on a function: found on the page, dragged, typed, and its layout. Its numbers and marks:
// crates/app/tests/all/function.rs.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { after, before, test } from "node:test";
import { canvasProblems, frames, handle, href, laidOut, launch, layoutProblems, openPage, place, screenshot, sentence, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const seen = (page) => page.locator("canvas:visible").evaluateAll((all) => all.map((it) => it.dataset.view));

test("a function is found on the page, and undo leads back to the same network", async () => {
  const { page, problems } = await openPage(browser, { path: "?seed=3", frames: true });
  await page.click("[data-scene=descent]");
  await page.waitForURL(/\?function=double_well&/);
  assert.deepEqual(await seen(page), ["curve", "derivative"]);
  assert.equal(await page.locator("#weight, #batch_size").locator("visible=true").count(), 0);
  assert.equal(await page.inputValue("#function"), "x^4 - 3x^2 + x");
  assert.equal(await page.inputValue("[data-functions]"), "double_well");
  await page.click("[data-action=step]");
  await page.click("[data-action=undo]");
  await page.waitForURL(/\?seed=3$/);
  assert.equal((await seen(page)).length, 5);
  assert.equal(await page.locator("#function, #start").locator("visible=true").count(), 0);
  await page.click("[data-action=toggle]");
  await frames(page, 5);
  assert.equal(await handle(page, "figure.snapshot().iteration"), 5);
  assert.deepEqual(problems, []);
});

test("the ball is dragged along the curve and moved by the arrow keys", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=double_well", frames: true });
  const from = await place(page, "curve", 2, 6);
  const to = await place(page, "curve", 1.2, 0);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
  assert.ok(!(await href(page)).includes("start=1.6"), "the address waits until the ball is let go");
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/start=1\.2&/);
  assert.match(await sentence(page), /At x = 1.20/);
  await page.focus("[data-view=curve]");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowRight");
  assert.deepEqual((await handle(page, "figure.snapshot()")).x, [1.11]);
  await page.keyboard.press(".");
  assert.equal((await handle(page, "figure.snapshot()")).iteration, 1);
  assert.deepEqual(problems, []);
});

test("what cannot be a function is said while one types, and the ball stays", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=square&start=3", frames: true });
  await page.click("[data-action=step]");
  const before = await handle(page, "figure.snapshot()");
  await page.fill("#function", "nonsense(");
  assert.match(await page.textContent("[data-function-problem]"), /nonsense/);
  await page.press("#function", "Enter");
  assert.deepEqual(await handle(page, "figure.snapshot()"), before);
  await page.fill("#function", "wavy");
  assert.ok(await page.isHidden("[data-function-problem]"));
  await page.press("#function", "Enter");
  assert.match(await href(page), /function=wavy/);
  assert.deepEqual(problems, []);
});

sweep("every function is in the list and is drawn, and what flies off cannot play on", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=square", frames: true });
  const ids = await page.locator("[data-functions] optgroup option").evaluateAll((all) => all.map((it) => it.value));
  assert.ok(ids.length >= 17);
  for (const id of ids) {
    await page.selectOption("[data-functions]", id);
    assert.deepEqual(await page.evaluate(canvasProblems), [], id);
  }
  await page.selectOption("[data-functions]", "square");
  await page.fill("#learning_rate", "1.2");
  await page.press("#learning_rate", "Enter");
  await handle(page, '(figure.set("iterations", "0"), figure.set("iterations_per_frame", "100"))');
  await page.click("[data-action=toggle]");
  await frames(page, 40);
  assert.match(await sentence(page), /Stopped before step [\d,]+: .*too large/);
  assert.ok(await page.isDisabled("[data-action=toggle]"));
  await page.click("[data-action=reset]");
  assert.ok(await page.isEnabled("[data-action=toggle]"));
  assert.deepEqual(problems, []);
});

test("on the map a tap puts the ball", async () => {
  const viewport = { width: 390, height: 844 };
  const { page, problems } = await openPage(browser, { path: "?function=himmelblau&start=4,4", viewport, hasTouch: true, frames: true });
  const at = await place(page, "map", -2, 3);
  await page.touchscreen.tap(at.x, at.y);
  const { x } = await handle(page, "figure.snapshot()");
  assert.ok(Math.abs(x[0] + 2) < 0.03 && Math.abs(x[1] - 3) < 0.03, `${x}`);
  assert.ok((await href(page)).includes(`start=${x[0]}%2C${x[1]}`), await href(page));
  assert.deepEqual(problems, []);
});

for (const [name, [width, height]] of Object.entries({ laptop: [1440, 900], projector: [1920, 1080], small: [1024, 768], phone: [390, 844] })) {
  sweep(`at ${width}×${height} curve and surface have their place`, async () => {
    const { page, problems } = await openPage(browser, { path: "?function=double_well", viewport: { width, height }, frames: true });
    for (const id of ["double_well", "himmelblau"]) {
      await handle(page, `figure.set("function", "${id}")`);
      const play = await page.locator("[data-action=toggle]").boundingBox();
      assert.ok(play.y + play.height <= height, "the play button is in sight");
      for (let step = 0; step < 3; step++) await page.click("[data-action=step]");
      const check = async (moment) => {
        await laidOut(page);
        assert.deepEqual(await layoutProblems(page), [], `${id} ${moment}`);
        assert.deepEqual(await page.evaluate(canvasProblems), [], `${id} ${moment}`);
      };
      await check("after 3 steps");
      await screenshot(page, `function-${id}-${name}`);
      if (width > 900) {
        const stage = await page.locator(".stage").boundingBox();
        assert.ok(stage.height >= 0.62 * height, `${id}: ${stage.height} of ${height}`);
        const large = page.locator(`[data-enlarge=${id === "himmelblau" ? "surface" : "curve"}]`);
        await large.click();
        await check("enlarged");
        assert.equal((await seen(page)).length, 1);
        await large.click();
      } else {
        for (const tab of await page.locator("[data-tab]:visible").all()) {
          await tab.click();
          await check(await tab.getAttribute("data-tab"));
        }
        await screenshot(page, `function-${id}-${name}-facts`, { fullPage: true });
      }
    }
    assert.deepEqual(problems, []);
  });
}

sweep("nobody is kept out of a function: axe finds no fault in any theme", async () => {
  const { page } = await openPage(browser, { path: "?function=wavy" });
  await page.click("[data-action=more]");
  for (const [theme, id] of [["light", "wavy"], ["dark", "rosenbrock"], ["projector", "rosenbrock"]]) {
    await handle(page, `(figure.set("theme", "${theme}"), figure.set("function", "${id}"))`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], theme);
    await screenshot(page, `function-${id}-${theme}`);
  }
});

test("with Ctrl the wheel shows less of a function and more again; without, it scrolls", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=himmelblau&start=-1,2", frames: true });
  const domain = () => handle(page, "figure.state().function.domain");
  const wide = (domain) => domain[1] - domain[0];
  for (const view of ["map", "surface"]) {
    const before = await domain();
    await page.locator(`[data-view=${view}]`).hover();
    await page.mouse.wheel(0, 40);
    assert.deepEqual(await domain(), before);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -100);
    const closer = await domain();
    assert.ok(wide(closer) < 0.95 * wide(before), view);
    await page.mouse.wheel(0, 100);
    await page.mouse.wheel(0, 100);
    assert.ok(wide(await domain()) > wide(closer), view);
    await page.keyboard.up("Control");
  }
  assert.deepEqual(problems, []);
});
