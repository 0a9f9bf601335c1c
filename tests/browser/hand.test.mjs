// A weight in one's own hand: typed, slid, dragged along its curve, held fast.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { canvasProblems, frames, handle, laidOut, launch, layoutProblems, openPage, screenshot, sentence, trace } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const SLIDER = "[data-slider=weight_value]";
const FIELD = "[data-key=weight_value]";
const FREEZE = "[data-toggle=freeze]";
const weight = (page, index) => handle(page, `figure.snapshot().parameters[${index}]`);
const edits = async (page) => (await handle(page, "figure.experiment()")).edits;
const experiment = (page) => new URL(page.url()).search.slice(1).replace(/(^|&)(scene|weight)=\w+/g, "");

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

test("typed: it is set from here on, as the address says, and undo takes it back", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&batch_size=20&optimizer=momentum", frames: true });
  await step(page, 20);
  const before = await handle(page, "figure.snapshot()");
  await page.fill(FIELD, "0.5");
  await page.keyboard.press("Enter");
  assert.equal(await weight(page, 6), 0.5);
  assert.deepEqual(await edits(page), [{ iteration: 20, key: "weight_6", value: 0.5 }]);
  assert.match(decodeURIComponent(page.url()), /edits=20:weight_6:0.5/);
  assert.equal(await page.inputValue(FIELD), "0.5");
  assert.equal(await page.getAttribute(SLIDER, "aria-valuetext"), "0.5");
  assert.match(await page.textContent("[data-edits]"), /from iteration 20: bill length → unit 4 0.5/);
  await step(page, 20);
  const end = await handle(page, "figure.snapshot()");
  // The program for the command line, and the same page after a reset, come to the same.
  assert.deepEqual(end.parameters, trace(experiment(page), 40)[40].parameters);
  await page.click("[data-action=reset]");
  await step(page, 40);
  assert.deepEqual(await handle(page, "figure.snapshot()"), end);
  const again = await openPage(browser, { path: new URL(page.url()).search, frames: true });
  await step(again.page, 40);
  assert.deepEqual(await handle(again.page, "figure.snapshot()"), end);
  await page.click("[data-action=undo]");
  assert.deepEqual(await handle(page, "figure.snapshot()"), before);
  assert.deepEqual(await edits(page), []);
  // In the middle of a run another begins, and the first stays as a ghost.
  await step(page, 10);
  await handle(page, "figure.seek(15)");
  await page.fill(FIELD, "-1");
  await page.keyboard.press("Enter");
  assert.match(page.url(), /ghost=30/);
  assert.deepEqual([...problems, ...again.problems], []);
});

test("what cannot be set is explained, and the run is kept", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  await step(page, 3);
  const before = await handle(page, "figure.snapshot()");
  for (const value of ["large", "1e9", "NaN"]) {
    await page.fill(FIELD, value);
    await page.keyboard.press("Tab");
    assert.match(await page.textContent("[data-problem]"), /weight_6 = .*a number from -1000000 to 1000000/);
    assert.deepEqual(await handle(page, "figure.snapshot()"), before);
  }
  for (const [path, said] of [["edits=2:weight_99:1", /no weight 99, only 0 to 32/], ["edits=2:weight_6:x", /weight_6/], ["edits=2:frozen:40", /no weight 40/]]) {
    const wrong = await openPage(browser, { path: `?scene=network&${path}`, frames: true, ready: false });
    await wrong.page.waitForFunction((said) => new RegExp(said).test(shadow()?.textContent), said.source, { polling: 50, timeout: 20_000 });
  }
  assert.deepEqual(problems, []);
});

test("slid by mouse, keyboard and touch: one drag is one change, and playing pauses", async () => {
  const { page, problems } = await openPage(browser, { viewport: { width: 1440, height: 900 }, frames: true });
  await page.click("[data-action=toggle]");
  await frames(page, 12);
  const box = await page.locator(SLIDER).boundingBox();
  const query = page.url();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  for (const place of [0.55, 0.6, 0.7, 0.75]) {
    await page.mouse.move(box.x + place * box.width, box.y + box.height / 2);
    assert.equal(page.url(), query, "the address waits for the hand");
  }
  await page.mouse.up();
  const dragged = await weight(page, 6);
  assert.ok(dragged > 1 && dragged < 6, `${dragged}`);
  assert.deepEqual(await edits(page), [{ iteration: 12, key: "weight_6", value: dragged }]);
  assert.match(decodeURIComponent(page.url()), /edits=12:weight_6/);
  await frames(page, 3);
  assert.equal(await handle(page, "figure.snapshot().iteration"), 12, "it pauses");
  await page.click("[data-action=undo]");
  assert.deepEqual(await edits(page), []);
  assert.equal(await handle(page, "figure.snapshot().iteration"), 12);

  // By the keyboard, a twentieth at a time; at the start, the start itself is another.
  await page.click("[data-action=reset]");
  await page.fill(FIELD, "1");
  await page.keyboard.press("Enter");
  await page.focus(SLIDER);
  await page.keyboard.press("ArrowRight");
  assert.equal(await weight(page, 6), 1.05);
  for (let press = 0; press < 3; press++) await page.keyboard.press("ArrowLeft");
  assert.equal(await weight(page, 6), 0.9);
  await page.keyboard.press("End");
  assert.equal(await weight(page, 6), 6);
  assert.deepEqual(await edits(page), [{ iteration: 0, key: "weight_6", value: 6 }]);
  // Another cost begins anew with the same weights, another seed with its own.
  await handle(page, 'figure.set("optimizer", "adam")');
  assert.equal(await weight(page, 6), 6);
  await handle(page, 'figure.set("seed", "2")');
  assert.notEqual(await weight(page, 6), 6);
  assert.deepEqual(problems, []);

  const phone = await openPage(browser, { hasTouch: true, viewport: { width: 390, height: 844 }, frames: true });
  await phone.page.tap("[data-tab=diagram]");
  for (const part of [SLIDER, FIELD, FREEZE]) {
    const { width, height } = await phone.page.locator(part).boundingBox();
    assert.ok(width >= 44 && height >= 44, `${part}: ${width} × ${height}`);
  }
  const place = await phone.page.locator(SLIDER).boundingBox();
  await phone.page.touchscreen.tap(place.x + 0.8 * place.width, place.y + place.height / 2);
  const tapped = await weight(phone.page, 6);
  assert.ok(tapped > 2 && tapped < 5, `${tapped}`);
  assert.match(decodeURIComponent(phone.page.url()), /edits=0:weight_6/);
  assert.deepEqual(phone.problems, []);
});

for (const hand of ["mouse", "touch"]) {
  test(`by ${hand} the ball is dragged along its curve, and nothing else is`, async () => {
    const { page, problems } = await openPage(browser, { hasTouch: true, viewport: { width: 1440, height: 900 }, frames: true });
    await step(page, 30);
    const client = await page.context().newCDPSession(page);
    const touch = (type, x, y) => client.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
    const down = (x, y) => (hand === "touch" ? touch("touchStart", x, y) : page.mouse.move(x, y).then(() => page.mouse.down()));
    const move = (x, y) => (hand === "touch" ? touch("touchMove", x, y) : page.mouse.move(x, y));
    const up = () => (hand === "touch" ? touch("touchEnd") : page.mouse.up());
    const from = await ball(page);
    const [before, query] = [await weight(page, 6), page.url()];
    // Far from the ball there is nothing to hold, and a click on the ball changes nothing.
    await down(from.x + 60, from.y - 60);
    await move(from.x + 90, from.y - 60);
    await up();
    await down(from.x, from.y);
    await up();
    assert.deepEqual(await edits(page), []);

    await down(from.x + 3, from.y);
    for (const far of [0.3, 0.7, 1]) await move(from.x + 3 + far * from.unit, from.y);
    await page.waitForFunction((before) => Math.abs(document.querySelector("downhill-figure").figure.snapshot().parameters[6] - before) > 0.9, before, { polling: 20, timeout: 20_000 });
    assert.equal(page.url(), query, "the address waits for the hand");
    const now = await ball(page);
    assert.ok(Math.abs(now.x - from.x - from.unit) < 3, `${now.x} is under the hand`);
    assert.equal(now.unit, from.unit, "what is in sight stays");
    await up();
    await page.waitForFunction(() => /weight_6/.test(location.search), null, { polling: 20, timeout: 20_000 });
    const value = await weight(page, 6);
    assert.ok(Math.abs(value - before - 1) < 0.05, `${before} to ${value}`);
    assert.deepEqual(await edits(page), [{ iteration: 30, key: "weight_6", value }]);
    // Curve, loss and gradient are those of the new place.
    const parameters = await handle(page, "figure.snapshot().parameters");
    assert.equal(await page.evaluate((at) => document.querySelector("downhill-figure").figure.loss(at), parameters), await handle(page, "figure.snapshot().batch_loss"));
    await page.click("[data-action=undo]");
    assert.equal(await weight(page, 6), before);
    assert.deepEqual(problems, []);
  });
}

for (const hand of ["mouse", "touch", "keyboard"]) {
  test(`frozen by ${hand}: it is seen, it is said, and it does not move`, async () => {
    const phone = hand === "touch";
    const viewport = phone ? { width: 390, height: 844 } : { width: 1440, height: 900 };
    const { page, problems } = await openPage(browser, { path: "?scene=network&optimizer=adam&learning_rate=0.01", hasTouch: phone, viewport, frames: true });
    await step(page, 10);
    if (phone) {
      await page.tap("[data-tab=diagram]");
      // Its canvas has a size once the page has been laid out.
      await page.waitForFunction(() => document.querySelector("downhill-figure").figure.drawing("diagram"), null, { polling: 20 });
    }
    const press = async () => {
      if (hand === "mouse") return page.click(FREEZE);
      if (phone) return page.tap(FREEZE);
      await page.focus(FREEZE);
      await page.keyboard.press("Enter");
    };
    const bars = async () => {
      const { marks } = await handle(page, 'figure.drawing("diagram")');
      // The units' frames are not of ink, and the texts are no lines.
      return marks.filter((mark) => mark.kind === "line" && mark.sign === "ink" && mark.points.length === 2).length;
    };
    assert.equal(await bars(), 0);
    await press();
    const held = await weight(page, 6);
    assert.equal(await bars(), 1);
    assert.equal(await page.getAttribute(FREEZE, "aria-pressed"), "true");
    assert.match(await sentence(page), /this weight is frozen: no step moves it/);
    assert.match(await page.getAttribute("[data-view=diagram]", "aria-valuetext"), /, frozen$/);
    assert.match(decodeURIComponent(page.url()), /edits=10:frozen:6/);
    await screenshot(page, `frozen-${hand}`);
    await step(page, 15);
    const { parameters, gradient } = await handle(page, "figure.snapshot()");
    assert.equal(parameters[6], held);
    assert.notEqual(gradient[6], 0);
    assert.deepEqual(parameters, trace(experiment(page), 25)[25].parameters);
    // A second one, and the first is let go.
    await handle(page, 'figure.set("weight", "7")');
    assert.equal(await page.getAttribute(FREEZE, "aria-pressed"), "false");
    await press();
    assert.match(decodeURIComponent(page.url()), /25:frozen:6-7/);
    assert.equal(await bars(), 2);
    await handle(page, 'figure.set("weight", "6")');
    await press();
    await step(page, 1);
    assert.notEqual(await weight(page, 6), held);
    // Another network has other weights: none of them is held.
    await handle(page, 'figure.set("layers", "3")');
    assert.deepEqual((await handle(page, "figure.experiment()")).frozen, []);
    assert.deepEqual(await layoutProblems(page), []);
    assert.deepEqual(await page.evaluate(canvasProblems), []);
    assert.deepEqual(problems, []);
  });
}

test("while it plays, the units' pictures are drawn in turns, and paused all of one moment", async () => {
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
    return Array.from({ length: 9 }, () => [count, window.runFrames(1), count]).map(([before, , after]) => after - before);
  });
  assert.deepEqual(drawn.filter((count) => count), [20, 20, 20], "every third frame");
  await page.click("[data-action=toggle]");
  const paused = await picture(page);
  const { marks } = await handle(page, 'figure.drawing("diagram")');
  assert.equal(marks.filter((mark) => mark.kind === "image").length, 20);
  const again = await openPage(browser, { path: "?scene=network&data=circles&layers=8-8&learning_rate=0.5", frames: true });
  await step(again.page, 39);
  assert.equal(await picture(again.page), paused);
  assert.deepEqual([...problems, ...again.problems], []);
});
