// A ball on a function: found on the page, dragged, stepped, explained.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { after, before, test } from "node:test";
import { canvasProblems, frames, handle, laidOut, launch, layoutProblems, openPage, place, screenshot, sentence } from "./support.mjs";

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
  assert.equal((await seen(page)).length, 6);
  assert.equal(await page.locator("#function, #start").locator("visible=true").count(), 0);
  await page.click("[data-action=toggle]");
  await frames(page, 5);
  assert.equal(await handle(page, "figure.snapshot().iteration"), 5);
  assert.deepEqual(problems, []);
});

test("one sentence, the numbers, the pictures and the snapshot agree", async () => {
  const { page, problems } = await openPage(browser, {
    path: "?function=double_well&start=1.2&learning_rate=0.1",
    frames: true,
  });
  assert.match(await sentence(page), /At x = 1.20 the slope is \+0.712, so downhill is to the left\. With a step size of 0.1 the ball moves 0.07 left, to 1.13\./);
  for (let step = 0; step < 3; step++) {
    const { x: [x], value, gradient: [slope], next: [next] } = await handle(page, "figure.snapshot()");
    const number = (key) => page.locator(`[data-figures] [data-number=${key}] dd`).getAttribute("data-value").then(Number);
    assert.deepEqual(
      [await number("x"), await number("height"), await number("slope"), await number("next_step")],
      [x, value, slope, next - x],
    );
    assert.ok(Math.abs((await number("second_derivative")) - (12 * x * x - 6)) < 1e-12);
    const { marks, plot } = await handle(page, 'figure.drawing("curve")');
    const [from, to] = marks.find((it) => it.kind === "line" && it.sign === "slope").points;
    const unit = (plot.to[0] - plot.from[0]) / (plot.x[1] - plot.x[0]);
    const rise = ((from[1] - to[1]) / (plot.to[1] - plot.from[1])) * (plot.y[1] - plot.y[0]);
    assert.ok(Math.abs((rise * unit) / (to[0] - from[0]) - slope) < 0.02 * Math.abs(slope) + 0.02);
    await page.click("[data-action=step]");
    assert.equal((await handle(page, "figure.snapshot()")).x[0], next);
  }
  assert.deepEqual(problems, []);
});

test("the ball is dragged along the curve and moved by the arrow keys", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=double_well", frames: true });
  const from = await place(page, "curve", 2, 6);
  const to = await place(page, "curve", 1.2, 0);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
  assert.ok(!page.url().includes("start=1.6"), "the address waits until the ball is let go");
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

test("on the map a tap puts the ball, and uphill and step are two arrows", async () => {
  const { page, problems } = await openPage(browser, {
    path: "?function=himmelblau&start=4,4&learning_rate=0.01",
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    frames: true,
  });
  const at = await place(page, "map", -2, 3);
  await page.touchscreen.tap(at.x, at.y);
  const { x, gradient, next } = await handle(page, "figure.snapshot()");
  assert.ok(Math.abs(x[0] + 2) < 0.03 && Math.abs(x[1] - 3) < 0.03, `${x}`);
  assert.ok(page.url().includes(`start=${x[0]}%2C${x[1]}`), page.url());
  const { marks, plot } = await handle(page, 'figure.drawing("map")');
  const direction = (sign) => {
    const [a, b] = marks.find((it) => it.kind === "line" && it.sign === sign && it.size > 2).points;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    return [(b[0] - a[0]) / length, (a[1] - b[1]) / length];
  };
  const [up, down] = [direction("slope"), direction("step")];
  const steep = Math.hypot(...gradient);
  for (const axis of [0, 1]) {
    assert.ok(Math.abs(up[axis] - gradient[axis] / steep) < 0.02);
    assert.ok(Math.abs(up[axis] + down[axis]) < 0.02);
    assert.ok(Math.abs(next[axis] - (x[axis] - 0.01 * gradient[axis])) < 1e-12);
  }
  const unit = [0, 1].map((axis) => Math.abs(plot.to[axis] - plot.from[axis]) / (plot[axis ? "y" : "x"][1] - plot[axis ? "y" : "x"][0]));
  assert.ok(Math.abs(unit[0] / unit[1] - 1) < 0.01, "equal scales");
  assert.deepEqual(problems, []);
});

test("from each corner of Himmelblau's function the ball rolls to another bottom", async () => {
  const { page } = await openPage(browser, { path: "?function=himmelblau&start=4,4&learning_rate=0.01", frames: true });
  const ends = new Set();
  for (const start of ["4,4", "-4,4", "-4,-4", "4,-4"]) {
    await handle(page, `(figure.set("start", "${start}"), figure.set("iterations_per_frame", "100"), figure.play())`);
    await frames(page, 8);
    await handle(page, "figure.pause()");
    assert.match(await sentence(page), /as good as 0.*rests at a bottom/);
    ends.add((await handle(page, "figure.snapshot()")).x.map((x) => x.toFixed(2)).join());
  }
  assert.deepEqual([...ends], ["3.00,2.00", "-2.81,3.13", "-3.78,-3.28", "3.58,-1.85"]);
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
  assert.match(page.url(), /function=wavy/);
  assert.deepEqual(problems, []);
});

test("a start that does not fit is said, and the usual one taken", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=himmelblau&start=4", frames: true });
  assert.match(await page.textContent("[data-problem]"), /2 variables/);
  assert.equal((await handle(page, "figure.snapshot()")).x.length, 2);
  assert.deepEqual(problems, []);
});

test("the step size changes on the way, leaving and flying off are said", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=square&start=3&learning_rate=0.1", frames: true });
  await page.click("[data-action=step]");
  await page.fill("#learning_rate", "1.2");
  await page.press("#learning_rate", "Enter");
  assert.match(page.url(), /edits=1%3Alearning_rate%3A1.2/);
  await page.click("[data-action=step]");
  assert.match(await sentence(page), /Overshot/);
  const window = (await handle(page, 'figure.drawing("curve")')).plot;
  for (let step = 0; step < 8; step++) await page.click("[data-action=step]");
  assert.match(await sentence(page), /left the picture/);
  assert.deepEqual((await handle(page, 'figure.drawing("curve")')).plot, window, "the picture stays");
  await handle(page, '(figure.set("iterations_per_frame", "100"), figure.play())');
  await frames(page, 30);
  assert.match(await sentence(page), /Stopped at step [\d,]+: .*too large/);
  assert.ok(await page.isDisabled("[data-action=toggle]"));
  await page.click("[data-action=reset]");
  assert.ok(await page.isEnabled("[data-action=toggle]"));
  assert.deepEqual(problems, []);
});

test("every function is in the list, is drawn and rolls down with any optimizer", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=square", frames: true });
  const ids = await page.locator("[data-functions] optgroup option").evaluateAll((all) => all.map((it) => it.value));
  assert.ok(ids.length >= 17);
  for (const id of ids) {
    await page.selectOption("[data-functions]", id);
    const before = await handle(page, "figure.snapshot()");
    assert.deepEqual(await page.evaluate(canvasProblems), [], id);
    await handle(page, '(figure.set("iterations_per_frame", "50"), figure.play())');
    await frames(page, 2);
    const after = await handle(page, "(figure.pause(), figure.snapshot())");
    assert.equal(after.iteration, 100, id);
    assert.ok(after.value < before.value, id);
  }
  for (const id of await page.locator("#optimizer option").evaluateAll((all) => all.map((it) => it.value))) {
    await page.selectOption("#optimizer", id);
    assert.equal(await handle(page, "(figure.step(), figure.step(), figure.snapshot().iteration)"), 2, id);
  }
  assert.deepEqual(problems, []);
});

for (const [name, [width, height]] of Object.entries({ laptop: [1440, 900], projector: [1920, 1080], small: [1024, 768], phone: [390, 844] })) {
  test(`at ${width}×${height} curve and surface have their place`, async () => {
    for (const id of ["double_well", "himmelblau"]) {
      const { page, problems } = await openPage(browser, { path: `?function=${id}`, viewport: { width, height }, frames: true });
      const check = async (moment) => {
        assert.deepEqual(await layoutProblems(page), [], `${id} ${moment}`);
        assert.deepEqual(await page.evaluate(canvasProblems), [], `${id} ${moment}`);
      };
      await check("at the start");
      const play = await page.locator("[data-action=toggle]").boundingBox();
      assert.ok(play.y + play.height <= height, "the play button is in sight");
      await page.click("[data-action=toggle]");
      await frames(page, 12);
      await page.click("[data-action=toggle]");
      await laidOut(page);
      await check("after 12 steps");
      await screenshot(page, `function-${id}-${name}`);
      if (width > 900) {
        const stage = await page.locator(".stage").boundingBox();
        assert.ok(stage.height >= 0.62 * height, `${id}: ${stage.height} of ${height}`);
        await page.click(`[data-enlarge=${id === "himmelblau" ? "surface" : "curve"}]`);
        await laidOut(page);
        await check("enlarged");
        assert.equal((await seen(page)).length, 1);
      } else {
        for (const tab of await page.locator("[data-tab]:visible").all()) {
          await tab.click();
          await laidOut(page);
          await check(await tab.getAttribute("data-tab"));
        }
        await screenshot(page, `function-${id}-${name}-facts`, { fullPage: true });
      }
      assert.deepEqual(problems, []);
    }
  });
}

test("nobody is kept out of a function: axe finds no fault in any theme", async () => {
  for (const theme of ["light", "dark", "projector"]) {
    for (const id of ["wavy", "rosenbrock"]) {
      const { page } = await openPage(browser, { path: `?function=${id}&theme=${theme}` });
      await page.click("[data-action=more]");
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], theme);
      await screenshot(page, `function-${id}-${theme}`);
    }
  }
});

test("with Ctrl the wheel shows less of a function and more again; without, it scrolls", async () => {
  for (const [path, view] of [["?function=himmelblau&start=-1,2&learning_rate=0.01", "map"], ["?function=double_well&start=1", "curve"], ["?function=himmelblau&start=-1,2", "surface"]]) {
    const { page, problems } = await openPage(browser, { path, frames: true });
    for (let step = 0; step < 5; step++) await handle(page, "figure.step()");
    const [before, domain] = await handle(page, "[figure.snapshot(), figure.state().function.domain]");
    await page.locator(`[data-view=${view}]`).hover();
    await page.mouse.wheel(0, 40);
    assert.deepEqual(await handle(page, "figure.state().function.domain"), domain);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -100);
    const closer = await handle(page, "figure.state().function.domain");
    for (let end = 0; end < domain.length; end += 2) {
      const ratio = (closer[end + 1] - closer[end]) / (domain[end + 1] - domain[end]);
      assert.ok(ratio > 0.7 && ratio < 0.95, `${view} ${ratio}`);
    }
    assert.deepEqual(await handle(page, "figure.snapshot()"), before, "the run is where it was");
    await page.mouse.wheel(0, 100);
    await page.mouse.wheel(0, 100);
    const wider = await handle(page, "figure.state().function.domain");
    assert.ok(wider[1] - wider[0] > closer[1] - closer[0]);
    await page.keyboard.up("Control");
    assert.deepEqual(problems, []);
  }
});
