// Points painted and curves drawn by hand become data: by mouse, touch and keyboard, and their layout.
// What comes of it: crates/app/tests/all/paint.rs.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { after, before, test } from "node:test";
import { canvasProblems, frames, handle, href, laidOut, launch, layoutProblems, openPage, place, screenshot, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const at = (page, x, y) => place(page, "boundary", x, y);
/** The painted rows: what goes in, and what is to come out. */
const data = async (page) => {
  const { inputs, targets } = (await handle(page, "figure.experiment()")).data;
  return inputs.map((row, index) => [...row, ...[targets[index]].flat()]);
};
const noted = (page) => page.textContent("[data-note=boundary_note]");
const query = async (page) => new URL(await href(page)).search;
/** The classes' marks: where each is in the window, and its colour. */
const marks = async (page) => {
  await laidOut(page);
  const box = await page.locator("[data-view=boundary]").boundingBox();
  const { marks } = await handle(page, 'figure.drawing("boundary")');
  return marks
    .filter(({ kind, sign }) => ["circle", "polygon"].includes(kind) && sign.startsWith("class"))
    .map(({ sign, points }) => {
      const mean = (axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
      return { sign, x: box.x + mean(0), y: box.y + mean(1) };
    });
};

/** Drags along a way; `during` is called before the hand is lifted. */
const HANDS = {
  async mouse(page, way, during) {
    await page.mouse.move(way[0].x, way[0].y);
    await page.mouse.down();
    for (const { x, y } of way.slice(1)) await page.mouse.move(x, y, { steps: 3 });
    await during?.();
    await page.mouse.up();
  },
  async touch(page, way, during) {
    const hand = await page.context().newCDPSession(page);
    const touch = (type, touchPoints) => hand.send("Input.dispatchTouchEvent", { type, touchPoints });
    await touch("touchStart", [way[0]]);
    for (const point of way.slice(1)) {
      await touch("touchMove", [point]);
      // The browser passes moves on once a frame of its own.
      await laidOut(page);
    }
    await during?.();
    await touch("touchEnd", []);
    await laidOut(page);
  },
};

sweep("by mouse and by touch: points land where the hand was, a stroke is one change, a curve is drawn", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&data=moons&seed=3", hasTouch: true, frames: true });
  await page.click("[data-paint=toggle]");
  assert.equal(await page.getAttribute("[data-paint=toggle]", "aria-pressed"), "true");
  assert.match(await noted(page), /makes these points your own, rounded/);
  assert.equal(await page.locator("[data-tool]").count(), 4);
  for (const [name, drag] of Object.entries(HANDS)) {
    const press = (selector) => (name === "touch" ? page.tap(selector) : page.click(selector));
    await laidOut(page);
    const box = await page.locator("[data-view=boundary]").boundingBox();
    const { plot } = await handle(page, 'figure.drawing("boundary")');
    const [from, to] = [plot.from, plot.to].map(([x, y]) => ({ x: box.x + x, y: box.y + y }));
    const way = [0.1, 0.3, 0.5].map((share) => ({ x: Math.round(from.x + share * (to.x - from.x)), y: Math.round(from.y + 15) }));
    const [address, before] = [await query(page), await marks(page)];
    await press("[data-tool='2']");
    await drag(page, way, async () => assert.equal(await query(page), address, "it is written at the end"));
    assert.notEqual(await page.evaluate(() => location.search), address);
    const near = ({ x, y }, point) => Math.hypot(x - point.x, y - point.y) < 2.5;
    const drawn = await marks(page);
    assert.ok(drawn.length > before.length + 5, `${name}: ${drawn.length}`);
    assert.ok(drawn.some((it) => it.sign === "class-2" && near(it, way[0])), name);
    assert.equal(await page.inputValue("#data"), "own");
    const rows = await data(page);
    await press("[data-tool=erase]");
    await drag(page, way);
    assert.ok(!(await marks(page)).some((it) => near(it, way[0])), name);
    await press("[data-action=undo]");
    assert.deepEqual(await data(page), rows, "it is one change");
    await press("[data-action=undo]");
    assert.equal((await marks(page)).length, before.length);
    assert.equal(await page.inputValue("#data"), "moons");
  }
  // A curve, and back to points.
  await page.click("[data-paint=other]");
  assert.equal((await data(page)).length, 1);
  const wave = (x) => 0.6 * Math.sin(4 * x);
  const way = [];
  for (let x = -1; x <= 1; x += 0.1) way.push(await at(page, x, wave(x)));
  await HANDS.mouse(page, way);
  const drawn = await data(page);
  assert.ok(drawn.length >= 50, `${drawn.length}`);
  for (const [x, y] of drawn) assert.ok(Math.abs(y - wave(x)) < 0.2, `${x}: ${y}`);
  assert.equal(await page.inputValue("#cost"), "squared_error");
  await screenshot(page, "paint_curve");
  await page.click("[data-paint=other]");
  assert.deepEqual(await data(page), [[-0.5, -0.5, "A"], [0.5, 0.5, "B"]]);
  // Who paints looks at no sample, and who has ended does.
  await page.click("[data-paint=toggle]");
  const [sample] = await marks(page);
  await HANDS.mouse(page, [sample]);
  assert.notEqual(await handle(page, "figure.state().controls.sample"), "");
  assert.deepEqual(problems, []);
});

sweep("by keyboard: the cross-hair paints, erases and chooses", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  await page.focus("[data-paint=toggle]");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate('focused().dataset.view'), "boundary");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("ArrowLeft");
  assert.match(await noted(page), /At 45\.5, 18\.6\. Enter paints/);
  const { marks: drawn } = await handle(page, 'figure.drawing("boundary")');
  const cross = await at(page, 45.5, 18.6);
  const box = await page.locator("[data-view=boundary]").boundingBox();
  assert.ok(drawn.some(({ kind, sign, points: [a, b] }) => kind === "line" && sign === "ink" && Math.abs(box.x + (a[0] + b[0]) / 2 - cross.x) < 1 && Math.abs(box.y + a[1] - cross.y) < 1 && a[1] === b[1]));
  await page.keyboard.press("3");
  await page.keyboard.press("Enter");
  assert.deepEqual((await data(page)).at(-1), [45.5, 18.6, "Gentoo"]);
  assert.equal((await data(page)).length, 343);
  await page.keyboard.press("1");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press(" ");
  assert.equal((await data(page)).length, 344);
  assert.equal(await handle(page, "figure.state().playback.playing"), false, "the space bar paints here");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Backspace");
  assert.equal((await data(page)).length, 342);
  for (let count = 0; count < 4; count++) await page.keyboard.press("Control+z");
  assert.equal(await page.inputValue("#data"), "penguins");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate('focused().dataset.paint'), "toggle");
  assert.ok(await page.isHidden(".brushes"));
  assert.ok(await page.isVisible(".visits"));
  assert.deepEqual(problems, []);
});

test("a finger that paints does not scroll the page", async () => {
  const { page, problems } = await openPage(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, frames: true });
  await page.tap("[data-tab=boundary]");
  const action = () => page.locator("[data-view=boundary]").evaluate((it) => getComputedStyle(it).touchAction);
  assert.equal(await action(), "auto");
  await page.tap("[data-paint=toggle]");
  assert.equal(await action(), "none");
  const before = await page.evaluate("scrollY");
  const rows = async () => ((await handle(page, "figure.experiment().data")).inputs ?? []).length;
  await HANDS.touch(page, [await at(page, 40, 21), await at(page, 40, 17), await at(page, 40, 13)]);
  assert.ok((await rows()) > 350);
  assert.equal(await page.evaluate("scrollY"), before);
  for (const it of await page.locator(".brushes button").all()) assert.ok((await it.boundingBox()).height >= 44);
  assert.deepEqual(problems, []);
});

sweep("painting has its place at every size and in every theme, and nothing moves while one paints", async () => {
  for (const [name, width, height, theme] of [
    ["phone", 390, 844, "dark"],
    ["laptop", 1440, 900, "light"],
    ["projector", 1920, 1080, "projector"],
  ]) {
    const { page, problems } = await openPage(browser, { path: `?scene=network&theme=${theme}`, viewport: { width, height }, frames: true });
    if (width < 900) await page.click("[data-tab=boundary]");
    await page.click("[data-paint=toggle]");
    await laidOut(page);
    const places = new Set();
    const check = async (moment) => {
      assert.deepEqual(await layoutProblems(page), [], `${name} ${theme} ${moment}`);
      const drawn = await page.evaluate(canvasProblems);
      assert.deepEqual(drawn.filter((it) => it.startsWith("boundary")), [], `${name} ${theme} ${moment}`);
      places.add(JSON.stringify(await page.locator("[data-view=boundary]").boundingBox()));
      await screenshot(page, `paint_${name}_${theme}_${moment.replaceAll(" ", "_")}`);
    };
    await check("at first");
    await HANDS.mouse(page, [await at(page, 40, 14), await at(page, 60, 22)]);
    await check("after a stroke");
    await page.click("[data-paint=clear]");
    await page.keyboard.press("Tab");
    await page.focus("[data-view=boundary]");
    await page.keyboard.press("ArrowUp");
    await check("with the cross-hair");
    await page.click("[data-tool=erase]");
    await HANDS.mouse(page, [await at(page, 35, 13), await at(page, 50, 18)]);
    assert.match(await noted(page), /Not erased/);
    await check("with a refusal");
    assert.equal(places.size, 1, `${name} ${theme}: ${[...places]}`);
    await page.click("[data-paint=other]");
    await laidOut(page);
    await HANDS.mouse(page, [await at(page, -0.9, -0.5), await at(page, 0.2, 0.7), await at(page, 0.9, 0)]);
    await check("a curve");
    await page.click("[data-paint=other]");
    await laidOut(page);
    places.clear();
    await check("two classes");
    await page.click("[data-tool='3']");
    await HANDS.mouse(page, [await at(page, 0.5, -0.5)]);
    await check("three classes");
    assert.equal(places.size, 1, `${name} ${theme}: ${[...places]}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], `${name} ${theme}`);
    if (width >= 900) {
      const bar = await page.locator(".bar").boundingBox();
      assert.ok(bar.y + bar.height <= height, "the controls are in sight");
    }
    assert.deepEqual(problems, []);
  }
});
