// The planes of map and surface: chosen by control and by address, how far to trust them,
// and how old they are.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, launch, layoutProblems, openPage, screenshot } from "./support.mjs";

const NETWORK = "scene=network&data=circles&layers=8-8&cost=binary_cross_entropy&learning_rate=1";
const PLANES = ["weights", "random", "path", "gradient"];

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const note = (page) => page.textContent("[data-note=map_note]");
const near = (found, expected, what, most = 1e-9) =>
  assert.ok(Math.abs(found - expected) <= most * Math.max(1, Math.abs(expected)), `${what}: ${found} ${expected}`);

/** Goes on by so many frames, and pauses. */
async function play(page, count) {
  await handle(page, "figure.play()");
  await frames(page, count);
  await handle(page, "figure.pause()");
}

for (const plane of PLANES) {
  test(`${plane}: the surface is the true loss, and the note has its numbers`, async () => {
    const { page, problems } = await openPage(browser, { path: `?${NETWORK}&plane=${plane}`, frames: true });
    await play(page, 40);
    const shown = await handle(page, "figure.plane()");
    const { parameters, batch_loss } = await handle(page, "figure.snapshot()");
    assert.equal(shown.kind, plane);
    assert.equal(shown.iteration, 40);
    assert.equal(shown.distance, 0);
    assert.equal(shown.shadow_loss, batch_loss);
    const at = ([x, y]) => shown.origin.map((value, index) => value + x * shown.axes[0][index] + y * shown.axes[1][index]);
    at(shown.ball).forEach((value, index) => near(value, parameters[index], `parameter ${index}`));
    // The loss over all of it is the network's own, asked for in another way.
    const columns = shown.xs.length;
    for (let index = 0; index < shown.losses.length; index += 37) {
      const place = [shown.xs[index % columns], shown.ys[Math.floor(index / columns)]];
      const expected = await handle(page, `figure.loss(new Float64Array(${JSON.stringify(at(place))}))`);
      near(shown.losses[index], expected, `${plane} at ${place}`, 3e-6);
    }
    const text = await note(page);
    assert.match(text, /in the plane: true loss/);
    assert.ok(text.includes(`${(100 * shown.share).toFixed(1)} % of the path’s variance`), text);
    assert.ok(text.includes("Iteration 40."), text);
    // The same address gives the same picture.
    const again = await openPage(browser, { path: `?${NETWORK}&plane=${plane}`, frames: true });
    await play(again.page, 40);
    assert.deepEqual(await handle(again.page, "figure.plane()"), shown);
    assert.deepEqual([...problems, ...again.problems], []);
  });
}

test("while it plays no picture is older than six frames, and each says how old", async () => {
  for (const plane of PLANES) {
    const { page, problems } = await openPage(browser, { path: `?${NETWORK}&plane=${plane}`, frames: true });
    await handle(page, "figure.play()");
    const seen = await page.evaluate(() => {
      const figure = document.querySelector("downhill-figure").figure;
      return Array.from({ length: 200 }, () => {
        window.runFrames(1);
        const text = (id) => shadow().querySelector(`[data-note=${id}]`).textContent;
        const { iteration, age, surface_age, surface_iteration } = figure.plane();
        const now = figure.snapshot().iteration;
        return { now, iteration, age, surface_age, surface_iteration, map: text("map_note"), surface: text("surface_note") };
      });
    });
    const told = (iteration, age) => `Iteration ${iteration}${age === 0 ? "" : age === 1 ? ", 1 frame ago" : `, ${age} frames ago`}.`;
    for (const it of seen) {
      assert.ok(it.age <= 6 && it.surface_age <= 6, JSON.stringify(it));
      // A step a frame: so many frames ago is so many iterations ago.
      assert.equal(it.now - it.iteration, it.age);
      assert.equal(it.now - it.surface_iteration, it.surface_age);
      assert.ok(it.map.endsWith(told(it.iteration, it.age)), it.map);
      assert.ok(it.surface.endsWith(told(it.surface_iteration, it.surface_age)), it.surface);
    }
    assert.equal(seen.at(-1).now, 200);
    assert.deepEqual(problems, []);
  }
});

test("a plane that stays: the ball leaves it, and its shadow and its distance are told", async () => {
  for (const plane of PLANES) {
    const { page, problems } = await openPage(browser, { path: `?${NETWORK}&plane=${plane}&plane_at=10`, frames: true });
    await play(page, 10);
    const then = await handle(page, "figure.plane()");
    assert.equal(then.distance, 0);
    await play(page, 50);
    const shown = await handle(page, "figure.plane()");
    assert.equal(shown.chosen, 10);
    assert.deepEqual([shown.origin, shown.axes], [then.origin, then.axes]);
    const { parameters, batch_loss } = await handle(page, "figure.snapshot()");
    const [x, y] = shown.ball;
    const shadow = shown.origin.map((value, index) => value + x * shown.axes[0][index] + y * shown.axes[1][index]);
    near(shown.distance, Math.hypot(...shadow.map((value, index) => value - parameters[index])), "distance");
    assert.equal(shown.loss, batch_loss);
    near(shown.shadow_loss, await handle(page, `figure.loss(new Float64Array(${JSON.stringify(shadow)}))`), "shadow");
    assert.ok(shown.distance > 0.01);
    const text = await note(page);
    const numbers = text.match(/is ([\d.]+) off: true loss ([\d.]+), at its shadow ([\d.]+)\./);
    assert.ok(numbers, text);
    [shown.distance, shown.loss, shown.shadow_loss].forEach((value, index) => near(Number(numbers[index + 1]) / value, 1, text, 5e-3));
    // Back before it was chosen, the plane follows the run.
    await handle(page, "figure.seek(5)");
    assert.equal((await handle(page, "figure.plane()")).chosen, 5);
    assert.deepEqual(problems, []);
  }
});

test("by mouse, and undone", async () => {
  const { page, problems } = await openPage(browser, { path: `?${NETWORK}`, frames: true });
  await page.selectOption("#plane", "path");
  assert.match(page.url(), /plane=path/);
  assert.equal((await handle(page, "figure.plane()")).kind, "path");
  await play(page, 12);
  await page.click("[data-action=hold]");
  assert.match(page.url(), /plane_at=12/);
  assert.equal(await page.getAttribute("[data-action=hold]", "aria-pressed"), "true");
  await play(page, 12);
  assert.ok((await handle(page, "figure.plane()")).distance > 0);
  await page.click("[data-action=hold]");
  assert.doesNotMatch(page.url(), /plane_at/);
  assert.equal((await handle(page, "figure.plane()")).distance, 0);
  await page.click("[data-action=undo]");
  assert.match(page.url(), /plane_at=12/);
  assert.deepEqual(problems, []);
});

test("by keyboard", async () => {
  const { page, problems } = await openPage(browser, { path: `?${NETWORK}`, frames: true });
  await page.focus("#plane");
  assert.match(await page.textContent("[data-hinting]"), /plane of all weights/);
  for (const plane of PLANES.slice(1)) {
    await page.keyboard.press("ArrowDown");
    assert.equal((await handle(page, "figure.plane()")).kind, plane);
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.match(page.url(), /plane=gradient&plane_at=0/);
  assert.deepEqual(problems, []);
});

test("by touch, on a phone", async () => {
  const { page, problems } = await openPage(browser, { path: `?${NETWORK}`, viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.tap("[data-tab=map]");
  for (const control of ["#plane", "[data-action=hold]"]) {
    const { height } = await page.locator(control).boundingBox();
    assert.ok(height >= 44, `${control}: ${height}`);
  }
  await page.selectOption("#plane", "random");
  await page.tap("[data-action=hold]");
  assert.match(page.url(), /plane=random&plane_at=0/);
  assert.deepEqual(await layoutProblems(page), []);
  await screenshot(page, "planes-390", { fullPage: true });
  assert.deepEqual(problems, []);
});

test("what is no plane is said, and the run stays", async () => {
  const { page } = await openPage(browser, { path: `?${NETWORK}&plane=diagonal&plane_at=soon`, frames: true });
  const said = await page.textContent("[data-problem]");
  assert.match(said, /plane.*weights, random, path, gradient/);
  assert.match(said, /plane_at.*an iteration/);
  assert.equal((await handle(page, "figure.plane()")).kind, "weights");
});

test("a large network's map is coarse first, then finer", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&layers=48-48&plane=random", frames: true });
  const coarse = await handle(page, "figure.plane()");
  const before = await page.evaluate(() => window.runFrames(1));
  assert.equal(before, 1, "a frame is asked for");
  for (let count = 0; count < 400 && (await frames(page, 1)) > 0; count++);
  const fine = await handle(page, "figure.plane()");
  assert.ok(coarse.xs.length < 25 && fine.xs.length >= 28, `${coarse.xs.length} ${fine.xs.length}`);
  assert.equal(fine.loss, coarse.loss);
  assert.equal(await frames(page, 3), 0, "then none");
  assert.deepEqual(problems, []);
});

for (const [width, height] of [[1440, 900], [1920, 1080]]) {
  test(`at ${width}×${height} every plane has its place`, async () => {
    for (const plane of PLANES) {
      const theme = width === 1920 ? "&theme=projector" : "";
      const { page, problems } = await openPage(browser, { path: `?${NETWORK}&plane=${plane}&plane_at=20${theme}`, viewport: { width, height }, frames: true });
      await play(page, 60);
      assert.deepEqual(await layoutProblems(page), [], plane);
      await screenshot(page, `planes-${plane}-${width}`);
      assert.deepEqual(problems, []);
    }
  });
}
