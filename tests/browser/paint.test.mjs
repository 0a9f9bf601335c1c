// Points painted and curves drawn by hand become data that are learned from.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { after, before, test } from "node:test";
import { canvasProblems, frames, handle, laidOut, launch, layoutProblems, openPage, place, screenshot, trace } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const at = (page, x, y) => place(page, "boundary", x, y);
const snapshot = (page) => handle(page, "figure.snapshot()");
/** The painted rows: what goes in, and what is to come out. */
const data = async (page) => {
  const { inputs, targets } = (await handle(page, "figure.experiment()")).data;
  return inputs.map((row, index) => [...row, ...[targets[index]].flat()]);
};
const noted = (page) => page.textContent("[data-note=boundary_note]");
const query = (page) => new URL(page.url()).search;
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

for (const [name, drag] of Object.entries(HANDS)) {
  test(`by ${name}: points land where the hand was, strokes are taken back whole, the address brings all again`, async () => {
    const { page, problems } = await openPage(browser, { path: "?scene=network&data=moons&seed=3", hasTouch: true, frames: true });
    const press = (selector) => (name === "touch" ? page.tap(selector) : page.click(selector));
    const before = await snapshot(page);
    await press("[data-paint=toggle]");
    assert.equal(await page.getAttribute("[data-paint=toggle]", "aria-pressed"), "true");
    assert.deepEqual(await snapshot(page), before, "nothing has changed yet");
    assert.match(await noted(page), /makes these points your own, rounded/);
    const tools = await page.locator("[data-tool]").allTextContents();
    assert.equal(tools.length, 4);

    // A stroke of the second class: one point every 0.6 em, each where the hand was.
    await laidOut(page);
    const box = await page.locator("[data-view=boundary]").boundingBox();
    const { plot } = await handle(page, 'figure.drawing("boundary")');
    const [from, to] = [plot.from, plot.to].map(([x, y]) => ({ x: box.x + x, y: box.y + y }));
    const way = [0.1, 0.3, 0.5].map((share) => ({ x: Math.round(from.x + share * (to.x - from.x)), y: Math.round(from.y + 15) }));
    await press("[data-tool='2']");
    const address = query(page);
    await drag(page, way, async () => assert.equal(query(page), address, "it is written at the end"));
    const em = await page.locator("[data-view=boundary]").evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
    const strip = (await marks(page)).filter(({ sign, y }) => sign === "class-2" && Math.abs(y - way[0].y) < 3);
    const expected = Math.floor((way[2].x - way[0].x) / (0.6 * em)) + 1;
    assert.ok(Math.abs(strip.length - expected) <= 1, `${strip.length} of ${expected}`);
    strip.sort((a, b) => a.x - b.x).forEach(({ x }, index) => {
      assert.ok(Math.abs(x - (way[0].x + index * 0.6 * em)) <= 2.5, `${index}: ${x}`);
    });
    assert.equal((await data(page)).length, 200 + strip.length);
    assert.equal(await handle(page, "figure.experiment().test_fraction"), 0);
    assert.equal(await page.inputValue("#data"), "own");
    assert.equal(await handle(page, "figure.snapshot().iteration"), 0);

    // A click of the first class, and a third class.
    const stroked = await data(page);
    const click = { x: way[0].x + 40, y: way[0].y + 40 };
    await press("[data-tool='1']");
    await drag(page, [click]);
    assert.ok((await marks(page)).some(({ sign, x, y }) => sign === "class-1" && Math.hypot(x - click.x, y - click.y) < 2.5));
    await press("[data-tool='3']");
    await drag(page, [{ x: click.x + 40, y: click.y }]);
    assert.equal((await page.locator("[data-tool]").allTextContents()).length, 4);
    assert.equal((await data(page)).length, stroked.length + 2);
    assert.equal(await handle(page, "figure.snapshot().parameters.length"), 33, "three outputs");
    const all = await data(page);

    // The address brings the same numbers, here and on the command line.
    const { page: other } = await openPage(browser, { path: query(page), frames: true });
    assert.deepEqual(await data(other), all);
    await handle(other, "(figure.step(), figure.step())");
    await handle(page, "(figure.step(), figure.step())");
    assert.deepEqual(await snapshot(other), await snapshot(page));
    assert.deepEqual(trace(query(page).slice(1).replace("&scene=network", ""), 2)[2].parameters, (await snapshot(page)).parameters);
    await other.close();

    // Erased, and all of it taken back: each stroke is one change.
    await press("[data-tool=erase]");
    await drag(page, way);
    assert.deepEqual((await marks(page)).filter(({ sign, x, y }) => sign === "class-2" && x < way[2].x && Math.abs(y - way[0].y) < 3), []);
    await page.keyboard.press("Control+z");
    assert.deepEqual(await data(page), all);
    await press("[data-paint=clear]");
    assert.equal((await data(page)).length, 3);
    await drag(page, [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }, from, { x: to.x, y: to.y }, { x: to.x, y: from.y }, { x: from.x, y: to.y }]);
    assert.match(await noted(page), /Not erased/);
    for (let count = 0; count < 2; count++) await press("[data-action=undo]");
    assert.deepEqual(await data(page), all);
    for (let count = 0; count < 3; count++) await press("[data-action=undo]");
    assert.deepEqual(await snapshot(page), before);
    assert.equal(await page.inputValue("#data"), "moons");
    assert.ok(await page.isDisabled("[data-action=undo]"));
    // Who paints looks at no sample, and who has ended does.
    await press("[data-paint=toggle]");
    const [sample] = await marks(page);
    await drag(page, [sample]);
    assert.notEqual(await handle(page, "figure.state().controls.sample"), "");
    assert.deepEqual(problems, []);
  });
}

test("by keyboard: the cross-hair paints, erases and chooses", async () => {
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

test("a stroke while it plays starts anew, and it plays on", async () => {
  const { page } = await openPage(browser, { path: "?scene=network&data=xor", frames: true });
  await page.click("[data-paint=toggle]");
  await page.click("[data-action=toggle]");
  await frames(page, 10);
  assert.equal((await snapshot(page)).iteration, 10);
  const [a, b] = [await at(page, 0, 0), await at(page, 0.3, 0.3)];
  await HANDS.mouse(page, [a, b], async () => {
    await frames(page, 5);
    assert.equal((await snapshot(page)).iteration, 0);
  });
  await frames(page, 7);
  assert.equal((await snapshot(page)).iteration, 7);
  await page.click("[data-action=toggle]");
  const { parameters } = await snapshot(page);
  await page.click("[data-action=reset]");
  await handle(page, "figure.seek(0)");
  for (let step = 0; step < 7; step++) await page.click("[data-action=step]");
  assert.deepEqual((await snapshot(page)).parameters, parameters, "from the same seed");
});

for (const [name, drag] of Object.entries(HANDS)) {
  test(`by ${name}: a curve is drawn, learned, erased and drawn over`, async () => {
    const { page, problems } = await openPage(browser, { hasTouch: true, frames: true });
    await page.click("[data-paint=toggle]");
    await page.click("[data-paint=other]");
    assert.equal((await data(page)).length, 1);
    const wave = (x) => 0.6 * Math.sin(4 * x);
    const way = [];
    for (let x = -1; x <= 1; x += 0.05) way.push(await at(page, x, wave(x)));
    await drag(page, way);
    const drawn = await data(page);
    assert.ok(drawn.length >= 59, `${drawn.length}`);
    for (const [x, y] of drawn) assert.ok(Math.abs(y - wave(x)) < 0.12, `${x}: ${y}`);
    assert.equal(await page.inputValue("#cost"), "squared_error");
    const fit = async () => (await handle(page, "figure.state().numbers")).find(({ key }) => key === "train_r_squared").value;
    const before = await fit();
    await handle(page, '(figure.set("iterations_per_frame", "100"), figure.play())');
    await frames(page, 20);
    await handle(page, "figure.pause()");
    assert.ok((await fit()) > Math.max(before, 0.9), `${before} → ${await fit()}`);
    await screenshot(page, `paint_curve_${name}`);
    const { page: other } = await openPage(browser, { path: query(page), frames: true });
    assert.deepEqual(await data(other), drawn);
    await other.close();
    // Drawn over, then erased.
    await drag(page, [await at(page, -0.5, 0.8), await at(page, 0.5, 0.8)]);
    const over = await data(page);
    assert.ok(Math.abs(over.length - drawn.length) <= 1);
    for (const [x, y] of over) if (Math.abs(x) < 0.45) assert.ok(Math.abs(y - 0.8) < 0.02, `${x}: ${y}`);
    await page.click("[data-tool=erase]");
    await drag(page, [await at(page, -0.5, 0.8), await at(page, 0.5, 0.8)]);
    assert.ok((await data(page)).every(([x]) => Math.abs(x) > 0.45));
    await page.click("[data-action=undo]");
    assert.deepEqual(await data(page), over);
    // Back to points of classes, and from there to where it began.
    await page.click("[data-paint=other]");
    assert.deepEqual(await data(page), [[-0.5, -0.5, "A"], [0.5, 0.5, "B"]]);
    for (let count = 0; count < 5; count++) await page.click("[data-action=undo]");
    assert.equal(await page.inputValue("#data"), "penguins");
    assert.deepEqual(problems, []);
  });
}

test("by keyboard a curve is drawn point by point", async () => {
  const { page } = await openPage(browser, { frames: true });
  await page.click("[data-paint=toggle]");
  await page.click("[data-paint=other]");
  await page.focus("[data-view=boundary]");
  for (let count = 0; count < 3; count++) {
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
  }
  assert.deepEqual(await data(page), [[0, 0], [0.1, 0.1], [0.2, 0.2], [0.3, 0.3]]);
  await page.keyboard.press("Backspace");
  assert.deepEqual(await data(page), [[0, 0], [0.1, 0.1], [0.2, 0.2]]);
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

test("a full address says so, and the points are kept", async () => {
  const { page } = await openPage(browser, { path: "?scene=network&data=gaussians", frames: true });
  await page.click("[data-paint=toggle]");
  await laidOut(page);
  const { plot } = await handle(page, 'figure.drawing("boundary")');
  const box = await page.locator("[data-view=boundary]").boundingBox();
  const way = [];
  for (let y = box.y + plot.from[1] + 5; y < box.y + plot.to[1]; y += 10) {
    way.push({ x: box.x + plot.from[0] + 5, y }, { x: box.x + plot.to[0] - 5, y: y + 5 });
  }
  await HANDS.mouse(page, way);
  assert.match(await noted(page), /The address is full: these \d+ points are all that fit/);
  const rows = await data(page);
  assert.ok(rows.length > 250, `${rows.length}`);
  const { page: other } = await openPage(browser, { path: query(page), frames: true });
  assert.deepEqual(await data(other), rows);
});

test("painting has its place at every size and in every theme, and nothing moves while one paints", async () => {
  for (const [name, width, height, theme] of [
    ["phone", 390, 844, "dark"],
    ["small", 1024, 768, "light"],
    ["laptop", 1440, 900, "dark"],
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
