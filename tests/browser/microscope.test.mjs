// Back propagation under the microscope: a step in its stages, on one sample or on the batch.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { canvasProblems, handle, laidOut, launch, layoutProblems, openPage, place, sentence, trace } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const near = (a, b, size = Math.abs(b)) => assert.ok(Math.abs(a - b) <= 1e-12 * Math.max(size, 1e-3), `${a}, ${b}`);

/** What stands in the chain rule, by its rows: all digits of what is known, null where it is not. */
const chain = (page) =>
  page.locator("[data-chain] tr").evaluateAll((rows) =>
    Object.fromEntries(rows.map((row) => [row.dataset.chain.replace("chain_", ""), row.cells[1].dataset.value === "" ? null : Number(row.cells[1].dataset.value)])),
  );

/**
 * The units' columns: where each unit stands, the colour of its ring, its number, and how far
 * to both sides of it lines end.
 */
async function units(page, sizes) {
  const { marks } = await handle(page, 'figure.drawing("diagram")');
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const pictures = marks.filter((it) => it.kind === "image");
  if (pictures.length) {
    assert.equal(pictures.length, all);
    return sizes.map((size) => pictures.splice(0, size).map(({ points: [from, to] }) => ({
      at: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2],
      edge: (to[0] - from[0]) / 2,
    })));
  }
  // Each unit is a disc, a ring around it, and its number once that is known and fits.
  const around = (it, before) => it.kind === "circle" && before?.kind === "circle" && `${it.points}` === `${before.points}`;
  const rings = marks.filter((it, index) => around(it, marks[index - 1])).slice(0, all);
  assert.equal(rings.length, all);
  return sizes.map((size) => rings.splice(0, size).map(({ sign, points: [at] }) => {
    const inside = (it) => it.kind === "text" && Math.hypot((it.points[0][0] + it.points[1][0]) / 2 - at[0], (it.points[0][1] + it.points[1][1]) / 2 - at[1]) < 4;
    return { at, edge: 0, sign, text: marks.find(inside)?.text };
  }));
}

/** The diagram's columns that show numbers, where they fit, and the colour of their rings. */
const known = (columns) => columns.flatMap((of, column) => (of.some((it) => it.text) ? [`${column} ${of[0].sign}`] : []));

const HANDS = {
  async mouse(page, press) {
    await press("[data-action=part]", (at) => page.click(at));
  },
  async touch(page, press) {
    await press("[data-action=part]", (at) => page.tap(at));
  },
  async keyboard(page, press) {
    await press("[data-action=part]", async (at) => {
      await page.focus(at);
      await page.keyboard.press("Enter");
    });
  },
};

/** Runs in the page: where a training sample is drawn, counted from 1. */
function pointOf(sample) {
  const { marks } = document.querySelector("downhill-figure").figure.drawing("boundary");
  const all = marks.filter(({ kind, sign }) => /^class/.test(sign) && (kind === "circle" || kind === "polygon"));
  const middle = (axis) => {
    const along = all[sample - 1].points.map((at) => at[axis]);
    return (Math.max(...along) + Math.min(...along)) / 2;
  };
  return [middle(0), middle(1)];
}

/** Chooses a weight in the diagram and a sample among the answers, or by the keyboard. */
async function choose(page, hand, weight, sample) {
  if (hand === "keyboard") {
    await page.focus("[data-view=diagram]");
    for (let now; (now = Number(await page.inputValue("select#weight"))) !== weight; ) {
      await page.keyboard.press(now < weight ? "ArrowRight" : "ArrowLeft");
    }
    await page.focus("#sample");
    await page.keyboard.type(String(sample));
    await page.keyboard.press("Enter");
    return;
  }
  const tap = (x, y) => (hand === "touch" ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
  await laidOut(page);
  // On the weight's line, from its input to its unit, where no other crosses it.
  const box = await page.locator("[data-view=diagram]").boundingBox();
  const [inputs, hidden] = await units(page, [2, 5, 3]);
  const [input, unit] = [inputs[weight % 2], hidden[Math.floor(weight / 2)]];
  const [from, to] = [[input.at[0] + input.edge, input.at[1]], [unit.at[0] - unit.edge, unit.at[1]]];
  await tap(box.x + from[0] + 0.62 * (to[0] - from[0]), box.y + from[1] + 0.62 * (to[1] - from[1]));
  const at = await page.evaluate(pointOf, sample);
  const picture = await page.locator("[data-view=boundary]").boundingBox();
  await tap(picture.x + at[0], picture.y + at[1]);
}

for (const [hand, act] of Object.entries(HANDS)) {
  test(`by ${hand}: a weight, a sample, and a step stage by stage`, async () => {
    const query = "?scene=network&l2=0.01&optimizer=momentum&learning_rate=0.1";
    const { page, problems } = await openPage(browser, { path: query, hasTouch: true, viewport: { width: 1440, height: 900 }, frames: true });
    const [weight, sample] = [7, 17];
    await choose(page, hand, weight, sample);
    assert.equal(await page.inputValue("select#weight"), String(weight));
    assert.equal(await page.inputValue("#sample"), String(sample));
    const all = await chain(page);
    assert.ok(Object.values(all).every((value) => value !== null), "nothing is taken in parts: all is known");
    assert.match(page.url(), /sample=17/);

    const [now, then] = trace(query, 1);
    const seen = [];
    await act(page, async (at, press) => {
      for (let stage = 0; stage < 5; stage++) {
        await press(at);
        const told = await chain(page);
        const has = (key) => (assert.ok(told[key] === null || told[key] === all[key], `${key}: ${told[key]}`), told[key] !== null);
        seen.push([
          known(await units(page, [2, 5, 3])).join(", "),
          ["sum", "slope", "input", "product", "gradient", "next"].filter(has).join(" "),
          (await sentence(page)).split(/[,:]/)[0],
        ]);
      }
      assert.deepEqual(seen, [
        ["0 ball, 1 ball", "slope input", "Forward"],
        ["0 ball, 1 ball, 2 ball", "slope input", "Forward"],
        ["0 ball, 1 ball, 2 ball", "slope input", "The cost"],
        ["2 slope", "sum slope input", "Back"],
        ["1 slope, 2 slope", "sum slope input product gradient", "Back"],
      ]);
      await press(at);
      assert.equal((await chain(page)).next, null, "the direction is looked at before the move");
      await press(at);
    });

    // The product is the sample's gradient, the mean and the penalty are the batch's.
    const told = await chain(page);
    near(told.product, told.sum * told.slope * told.input);
    near(told.mean + told.penalty, told.gradient, Math.hypot(...now.gradient));
    assert.equal(told.gradient, now.gradient[weight]);
    assert.ok(Math.abs(told.measured - told.product) <= 1e-6 * Math.abs(told.product), `${told.measured}, ${told.product}`);
    // They are the core's.
    const core = await handle(page, "figure.microscope()");
    assert.equal(core.sample, sample - 1);
    assert.equal(core.gradient[weight], told.gradient);
    // The first step with momentum is learning rate × gradient.
    assert.equal(core.step[weight], told.step);
    near(told.step, -0.1 * told.gradient);
    near(core.deltas[0][Math.floor(weight / 2)] * told.input, told.product);
    // The update leads to the next parameters.
    await act(page, (at, press) => press(at));
    assert.equal(told.next, then.parameters[weight]);
    assert.equal((await handle(page, "figure.snapshot()")).parameters[weight], told.next);
    assert.deepEqual(await chain(page), told, "the made step is still told");
    assert.deepEqual(known(await units(page, [2, 5, 3])).filter((it) => /slope|ball/.test(it)), [], "the diagram is as ever");
    assert.deepEqual(problems, []);
  });
}

test("of the batch: the mean of its samples, measured, and every weight of every layer", async () => {
  for (const query of ["?scene=network&batch_size=10&layers=4-3", "?scene=network&layers=4-3&dropout=0.3&l1=0.01&batch_size=7&cost=squared_error"]) {
    const { page, problems } = await openPage(browser, { path: query, frames: true });
    for (let stage = 0; stage < 7; stage++) await handle(page, "figure.part()");
    const { gradient } = await handle(page, "figure.snapshot()");
    const long = Math.hypot(...gradient);
    for (const weight of gradient.keys()) {
      await handle(page, `figure.set("weight", "${weight}")`);
      const told = await chain(page);
      near(told.mean + (told.penalty ?? 0), gradient[weight], long);
      assert.equal(told.gradient, gradient[weight]);
      if (told.measured === undefined) continue;
      const { error } = await handle(page, "figure.microscope()");
      const size = Math.max(Math.abs(gradient[weight]), 1e-5 * long, error);
      assert.ok(Math.abs(told.measured - gradient[weight]) <= Math.max(1e-6 * size, error), `${weight}: ${told.measured}, ${gradient[weight]}`);
      for (const sample of [1, 7]) {
        await handle(page, `figure.set("sample", "${sample}")`);
        const one = await chain(page);
        const first = one.sum ?? one.cost_slope;
        near(first * one.slope * (one.mask ?? 1) * (one.input ?? one.bias), one.product);
      }
      await handle(page, 'figure.set("sample", "")');
    }
    assert.deepEqual(problems, []);
  }
});

test("a sample that the step does not have is refused in a sentence, and the run is kept", async () => {
  const { page } = await openPage(browser, { path: "?scene=network&batch_size=10&sample=11", frames: true });
  assert.match(await page.textContent("[data-problem]"), /This step has 10 samples/);
  assert.equal(await page.inputValue("#sample"), "");
  await page.fill("#sample", "3");
  await page.press("#sample", "Enter");
  await page.fill("#sample", "12");
  await page.press("#sample", "Enter");
  assert.match(await page.textContent("[data-problem]"), /choose one from 1 to 10/);
  assert.equal(await handle(page, "figure.state().controls.sample"), "3");
  // A point beyond the rings.
  const { batch } = await handle(page, "figure.snapshot()");
  assert.equal(batch.length, 10);
  const other = await page.evaluate(pointOf, 1 + [...Array(240).keys()].find((sample) => !batch.includes(sample)));
  const picture = await page.locator("[data-view=boundary]").boundingBox();
  await page.mouse.click(picture.x + other[0], picture.y + other[1]);
  assert.match(await page.textContent("[data-problem]"), /only the ringed ones/);
  const empty = await place(page, "boundary", 33, 21.4);
  await page.mouse.click(empty.x, empty.y);
  assert.equal(await handle(page, "figure.state().controls.sample"), "", "beside all points: all samples");
  // It is a sample of this step's, so another in the next.
  await handle(page, 'figure.set("sample", "3")');
  const caption = await page.textContent("[data-chain] caption");
  assert.match(caption, /, 3 of 10 /);
  await page.click("[data-action=step]");
  assert.equal(await handle(page, "figure.state().controls.sample"), "3");
  assert.ok(await page.isVisible("[data-chain]"));
});

for (const [width, height, theme] of [[1440, 900, "light"], [1920, 1080, "projector"], [390, 844, "light"]]) {
  test(`at ${width}×${height}, ${theme}, a stage and the chain rule are in sight and nothing overlaps`, async () => {
    const path = `?scene=network&theme=${theme}&sample=3&l2=0.01&dropout=0.2`;
    const { page, problems } = await openPage(browser, { path, viewport: { width, height }, hasTouch: width < 900, frames: true });
    const stage = () => page.locator(".stage").boundingBox();
    await page.click("[data-action=part]");
    const before = await stage();
    for (let part = 1; part < 5; part++) {
      await page.click("[data-action=part]");
      assert.deepEqual(await stage(), before, "the stage stays where it is");
      assert.deepEqual(await layoutProblems(page), []);
      assert.deepEqual(await page.evaluate(canvasProblems), []);
    }
    if (width < 900) await page.click("[data-tab=facts]");
    const gradient = await page.locator("[data-chain=chain_gradient]").boundingBox();
    const facts = await page.locator(".facts").boundingBox();
    assert.ok(gradient.y + gradient.height <= facts.y + facts.height, "without scrolling");
    assert.deepEqual(await layoutProblems(page), []);
    assert.deepEqual(problems, []);
  });
}
