// A weight in one's own hand: typed, slid, dragged along its curve, held fast, by the page's controls. Its
// numbers: crates/app/tests/all/hand.rs.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { canvasProblems, frames, handle, href, laidOut, launch, layoutProblems, openPage, screenshot, sentence, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const SLIDER = "[data-slider=weight_value]";
const FIELD = "[data-key=weight_value]";
const FREEZE = "[data-toggle=freeze]";
const weight = (page, index) => handle(page, `figure.snapshot().parameters[${index}]`);
const edits = async (page) => (await handle(page, "figure.experiment()")).edits;

/** Steps so many times, by the button. */
const step = (page, count) => page.evaluate((count) => { for (let i = 0; i < count; i++) shadow().querySelector("[data-action=step]").click(); }, count);

/** Where the ball is on the curve, in the window, and how many pixels 1 is long. */
async function ball(page) {
  await laidOut(page);
  const { marks, plot } = await handle(page, 'figure.drawing("curve")');
  const box = await page.locator("[data-view=curve]").boundingBox();
  const [x, y] = marks.findLast((mark) => mark.sign === "ball" && mark.kind === "circle").points[0];
  return { x: box.x + x, y: box.y + y, unit: (plot.to[0] - plot.from[0]) / (plot.x[1] - plot.x[0]) };
}

/** Drags the ball along its curve by 1, after a hold beside it and a click on it that change nothing. */
async function drag(page, { down, move, up }) {
  const from = await ball(page);
  const [before, query, edited] = [await weight(page, 6), await href(page), (await edits(page)).length];
  await down(from.x + 60, from.y - 60);
  await move(from.x + 90, from.y - 60);
  await up();
  await down(from.x, from.y);
  await up();
  assert.equal((await edits(page)).length, edited);

  await down(from.x + 3, from.y);
  for (const far of [0.3, 0.7, 1]) await move(from.x + 3 + far * from.unit, from.y);
  await page.waitForFunction((before) => Math.abs(document.querySelector("downhill-figure").figure.snapshot().parameters[6] - before) > 0.9, before, { polling: 20, timeout: 20_000 });
  assert.equal(await href(page), query, "the address waits for the hand");
  const now = await ball(page);
  assert.ok(Math.abs(now.x - from.x - from.unit) < 3, `${now.x} is under the hand`);
  assert.equal(now.unit, from.unit, "what is in sight stays");
  await up();
  await page.waitForFunction((query) => location.href !== query, query, { polling: 20, timeout: 20_000 });
  assert.match(decodeURIComponent(await href(page)), /weight_6/);
}

/** Freezes the selected weight, and lets it go again. */
async function freeze(page, press) {
  await press();
  const held = await weight(page, 6);
  assert.equal(await page.getAttribute(FREEZE, "aria-pressed"), "true");
  assert.match(await sentence(page), /this weight is frozen: no step moves it/);
  assert.match(await page.getAttribute("[data-view=diagram]", "aria-valuetext"), /, frozen$/);
  assert.match(decodeURIComponent(await href(page)), /:frozen:6/);
  await step(page, 5);
  assert.equal(await weight(page, 6), held);
  assert.deepEqual(await layoutProblems(page), []);
  assert.deepEqual(await page.evaluate(canvasProblems), []);
  await press();
  assert.equal(await page.getAttribute(FREEZE, "aria-pressed"), "false");
}

sweep("typed, slid and dragged by mouse and keyboard, and frozen", async () => {
  const { page, problems } = await openPage(browser, { viewport: { width: 1440, height: 900 }, frames: true });
  await step(page, 3);
  await page.fill(FIELD, "1e9");
  await page.keyboard.press("Tab");
  assert.match(await page.textContent("[data-problem]"), /weight_6 = .*a number from -1000000 to 1000000/);
  await page.fill(FIELD, "0.5");
  await page.keyboard.press("Enter");
  assert.equal(await weight(page, 6), 0.5);
  assert.match(decodeURIComponent(await href(page)), /edits=3:weight_6:0.5/);
  assert.equal(await page.inputValue(FIELD), "0.5");
  assert.equal(await page.getAttribute(SLIDER, "aria-valuetext"), "0.5");
  assert.match(await page.textContent("[data-edits]"), /from iteration 3: bill length → unit 4 0.5/);
  await page.focus(SLIDER);
  await page.keyboard.press("ArrowRight");
  assert.equal(await weight(page, 6), 0.55);

  // One drag is one change, and playing pauses.
  await page.click("[data-action=toggle]");
  await frames(page, 3);
  const box = await page.locator(SLIDER).boundingBox();
  const query = await href(page);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  for (const place of [0.55, 0.6, 0.7, 0.75]) {
    await page.mouse.move(box.x + place * box.width, box.y + box.height / 2);
    assert.equal(await href(page), query, "the address waits for the hand");
  }
  await page.mouse.up();
  const dragged = await weight(page, 6);
  assert.ok(dragged > 1 && dragged < 6, `${dragged}`);
  assert.deepEqual((await edits(page)).at(-1), { iteration: 6, key: "weight_6", value: dragged });
  await frames(page, 3);
  assert.equal(await handle(page, "figure.snapshot().iteration"), 6, "it pauses");
  await page.click("[data-action=undo]");
  assert.deepEqual((await edits(page)).at(-1).iteration, 3);

  await drag(page, {
    down: (x, y) => page.mouse.move(x, y).then(() => page.mouse.down()),
    move: (x, y) => page.mouse.move(x, y),
    up: () => page.mouse.up(),
  });
  await freeze(page, () => page.click(FREEZE));
  await freeze(page, () => page.focus(FREEZE).then(() => page.keyboard.press("Enter")));
  await screenshot(page, "hand-1440");
  assert.deepEqual(problems, []);
});

sweep("dragged by touch", async () => {
  const { page, problems } = await openPage(browser, { hasTouch: true, viewport: { width: 1440, height: 900 }, frames: true });
  const client = await page.context().newCDPSession(page);
  const touch = (type, touchPoints) => client.send("Input.dispatchTouchEvent", { type, touchPoints });
  await drag(page, {
    down: (x, y) => touch("touchStart", [{ x, y }]),
    move: (x, y) => touch("touchMove", [{ x, y }]),
    up: () => touch("touchEnd", []),
  });
  assert.deepEqual(problems, []);
});

sweep("slid and frozen by touch, on a phone", async () => {
  const { page, problems } = await openPage(browser, { hasTouch: true, viewport: { width: 390, height: 844 }, frames: true });
  await page.tap("[data-tab=diagram]");
  await laidOut(page);
  for (const part of [SLIDER, FIELD, FREEZE]) {
    const { width, height } = await page.locator(part).boundingBox();
    assert.ok(width >= 44 && height >= 44, `${part}: ${width} × ${height}`);
  }
  const place = await page.locator(SLIDER).boundingBox();
  await page.touchscreen.tap(place.x + 0.8 * place.width, place.y + place.height / 2);
  const tapped = await weight(page, 6);
  assert.ok(tapped > 2 && tapped < 5, `${tapped}`);
  assert.match(decodeURIComponent(await href(page)), /edits=0:weight_6/);
  await step(page, 1);
  await freeze(page, () => page.tap(FREEZE));
  assert.deepEqual(problems, []);
});

sweep("while it plays, the units' pictures are drawn in turns, and paused all of one moment", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&data=circles&layers=8-8&learning_rate=0.5", frames: true });
  const picture = (page) => page.locator("[data-view=diagram]").evaluate((canvas) => canvas.toDataURL());
  await page.click("[data-action=toggle]");
  await frames(page, 30);
  const drawn = await page.evaluate(() => {
    let count = 0;
    const { drawImage } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.drawImage = function (...all) {
      if (this.canvas.dataset.view === "diagram") count++;
      drawImage.apply(this, all);
    };
    return Array.from({ length: 12 }, () => [count, window.runFrames(1), count]).map(([before, , after]) => after - before);
  });
  assert.deepEqual(drawn.filter((count) => count), [20, 20, 20], "every fourth frame");
  await page.click("[data-action=toggle]");
  const paused = await picture(page);
  const { marks } = await handle(page, 'figure.drawing("diagram")');
  assert.equal(marks.filter((mark) => mark.kind === "image").length, 20);
  const again = await openPage(browser, { path: "?scene=network&data=circles&layers=8-8&learning_rate=0.5", frames: true });
  await step(again.page, 42);
  assert.equal(await picture(again.page), paused);
  assert.deepEqual([...problems, ...again.problems], []);
});
