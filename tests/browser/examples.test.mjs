// The examples: each is reached from the page, says what to watch, and it is to be seen; and
// functions are learned, measured ones and typed ones.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { after, before, test } from "node:test";
import { canvasProblems, frames, handle, laidOut, launch, layoutProblems, openPage, screenshot, trace } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** Plays until it stops by itself, quickly. */
async function play(page) {
  await handle(page, 'figure.set("iterations_per_frame", "100")');
  await page.click("[data-action=toggle]");
  await frames(page, 60);
  const { at, all } = await handle(page, "({ at: figure.snapshot().iteration, all: Number(figure.state().controls.iterations) })");
  assert.equal(at, all, "it stops by itself");
}

/** A number among the facts, with all its digits. */
const fact = async (page, key) => Number(await page.getAttribute(`[data-number=${key}] dd`, "data-value"));

const watched = (page) => page.textContent("[data-note=watch]");

/** What each example's numbers on the page are after its steps. */
const SEEN = {
  learns_well: { test_accuracy: [0.95, 1], train_loss: [0, 0.2] },
  too_high_a_rate: { train_loss: [1, Infinity] },
  equal_weights: { train_accuracy: [0.5, 0.5] },
  no_hidden_layer: { train_accuracy: [0, 0.75] },
  squares_as_inputs: { train_accuracy: [1, 1], test_accuracy: [1, 1] },
  vanishing_gradients: { train_accuracy: [0, 0.6] },
  dead_units: { train_accuracy: [0, 0.55], train_loss: [1, 5] },
  "over-fitting": { train_loss: [0, 0.05], test_loss: [1.5, 10] },
  "over-fitting_cured": { train_loss: [0.4, 0.6], test_loss: [0.4, 0.7] },
  bad_minimum: { train_accuracy: [0.5, 0.75] },
  good_minimum: { train_accuracy: [0.9, 1] },
  spiral: { test_accuracy: [0.95, 1] },
  sunspots: { test_r_squared: [0.5, 1] },
  sunspots_forecast: { train_r_squared: [0.8, 1], test_r_squared: [-100, 0] },
  a_formula: { test_r_squared: [0.95, 1] },
  labels_by_a_formula: { test_accuracy: [0.93, 1] },
};

test("each example is chosen from the list, says what to watch, and shows it", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  const offered = await page.locator("#example option").evaluateAll((all) => all.map((it) => it.value));
  assert.deepEqual(offered.filter(Boolean), Object.keys(SEEN));
  assert.ok(!(await page.isVisible("[data-note=watch]")), "before, there is nothing to watch");
  for (const [id, numbers] of Object.entries(SEEN)) {
    await page.selectOption("#example", id);
    const watch = await watched(page);
    assert.match(watch, /^Watch .*\.$/, id);
    const query = new URL(page.url()).search;
    assert.ok(query.length < 300, `${id}: ${query}`);
    await play(page);
    assert.equal(await watched(page), watch, `${id}: it stays`);
    for (const [key, [low, high]] of Object.entries(numbers)) {
      const value = await fact(page, key);
      assert.ok(low <= value && value <= high, `${id}: ${key} ${value}`);
    }
    // Its address leads to the same.
    const there = await openPage(browser, { path: query, frames: true });
    assert.equal(await watched(there.page), watch, query);
    assert.equal(await there.page.inputValue("#example"), id);
    await there.page.close();
    assert.equal(await page.isVisible("[data-problem]"), false, id);
  }
  // The iterations per frame, then the example.
  await page.click("[data-action=undo]");
  await page.click("[data-action=undo]");
  assert.equal(await page.inputValue("#example"), Object.keys(SEEN).at(-2), "undo goes back to the one before");
  await page.fill("#learning_rate", "0.2");
  await page.keyboard.press("Enter");
  await page.click("[data-action=more]");
  await page.selectOption("#data", "moons");
  assert.equal(await page.inputValue("#example"), "", "another experiment is no example");
  assert.ok(!(await page.isVisible("[data-note=watch]")));
  assert.deepEqual(problems, []);
});

test("by keyboard and by finger, too", async () => {
  const { page } = await openPage(browser, { frames: true });
  await page.focus("#example");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.inputValue("#example"), "learns_well");
  assert.match(await watched(page), /^Watch the loss fall/);
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.inputValue("#example"), "too_high_a_rate");
  assert.ok(await page.getAttribute("#example", "aria-description"));

  const phone = await openPage(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, frames: true });
  await phone.page.tap("#example");
  const box = await phone.page.locator("#example").boundingBox();
  assert.ok(box.height >= 44, "a finger hits it");
  await phone.page.selectOption("#example", "sunspots");
  assert.match(await watched(phone.page), /eleven years/);
  await phone.page.tap("[data-action=toggle]");
  await frames(phone.page, 10);
  assert.ok((await handle(phone.page, "figure.snapshot().iteration")) > 10);
});

test("the curve that is drawn is what the network says, in the data's own units", async () => {
  const query = "target=x^2/5 - x&samples=60&layers=6-5&cost=squared_error&standardize_targets=true&test_fraction=0&learning_rate=0.1";
  const { page } = await openPage(browser, { path: `?${query}`, frames: true });
  for (const steps of [0, 200]) {
    if (steps) {
      await handle(page, `(figure.set("iterations_per_frame", "100"), figure.play())`);
      await frames(page, steps / 100);
      await handle(page, "figure.pause()");
    }
    // From the parameters and the points alone: the network anew, to and from standard units.
    const { parameters } = await handle(page, "figure.snapshot()");
    const { plot, marks } = await handle(page, 'figure.drawing("boundary")');
    const drawn = marks.filter(({ kind, sign }) => kind === "line" && sign === "ball").flatMap(({ points }) => points);
    assert.ok(drawn.length > 200, `${drawn.length} points`);
    const value = ([px, py]) => [
      plot.x[0] + ((px - plot.from[0]) / (plot.to[0] - plot.from[0])) * (plot.x[1] - plot.x[0]),
      plot.y[0] + ((plot.to[1] - py) / (plot.to[1] - plot.from[1])) * (plot.y[1] - plot.y[0]),
    ];
    const answer = (x) => {
      let at = 0;
      let from = [x];
      for (const [width, bend] of [[6, Math.tanh], [5, Math.tanh], [1, (z) => z]]) {
        const biases = at + width * from.length;
        from = Array.from({ length: width }, (_, unit) =>
          bend(from.reduce((sum, a, input) => sum + a * parameters[at + unit * from.length + input], parameters[biases + unit])));
        at = biases + width;
      }
      return from[0];
    };
    assert.deepEqual(trace(query, steps).at(-1).parameters, parameters, "the same as natively");
    const samples = marks.filter(({ kind, sign }) => kind === "circle" && sign === "class-1").map(({ points }) => value(points[0]));
    assert.equal(samples.length, 60);
    const { mean, deviation } = scales(samples);
    const tall = (plot.to[1] - plot.from[1]) / (plot.y[1] - plot.y[0]);
    for (const point of drawn.filter((_, index) => index % 7 === 0)) {
      const [x, y] = value(point);
      const expected = mean.y + deviation.y * answer((x - mean.x) / deviation.x);
      // At the frame's edge it is cut off.
      if (expected < plot.y[0] || expected > plot.y[1]) continue;
      assert.ok(Math.abs(y - expected) * tall < 1, `at ${x}: ${y}, not ${expected}`);
    }
    const thin = marks.filter(({ kind, sign, points }) => kind === "line" && sign === "ink" && points.length > 100);
    for (const point of thin.flatMap(({ points }) => points).filter((_, index) => index % 11 === 0)) {
      const [x, y] = value(point);
      assert.ok(Math.abs(y - (x * x / 5 - x)) * tall < 1.5, `the formula at ${x}`);
    }
    assert.ok(thin.length > 0, "the formula is drawn, too");
  }
});

/** The points' means and deviations. */
function scales(points) {
  const stats = (values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [mean, Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)];
  };
  const [x, y] = [0, 1].map((axis) => stats(points.map((point) => point[axis])));
  return { mean: { x: x[0], y: y[0] }, deviation: { x: x[1], y: y[1] } };
}

test("a formula is typed, and its mistakes are told", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  await page.click("[data-action=more]");
  const type = async (id, text) => {
    await page.fill(`#${id}`, text);
    await page.keyboard.press("Enter");
  };
  await type("target", "sin(2x)");
  assert.match(await page.textContent("[data-note=task]"), /learns a function: f\(x\) for each x/);
  assert.equal(await page.inputValue("#cost"), "squared_error", "a cost of values comes with it");
  assert.equal(await page.inputValue("#data"), "formula");
  assert.match(new URL(page.url()).search, /target=sin%282x%29/);
  await type("domain", "0,3");
  await type("samples", "40");
  const { plot } = await handle(page, 'figure.drawing("boundary")');
  assert.ok(plot.x[0] > -0.5 && plot.x[1] < 3.5);
  await page.selectOption("#test_rows", "last");
  await type("test_fraction", "0.5");
  assert.match(await page.textContent("[data-note=boundary_note]"), /Filled: 20 .* hollow: 20/);
  const before = await handle(page, "figure.state().query");
  for (const [id, text, told] of [["target", "sin(2x", /bracket|\)/], ["target", "ln(-1-x^2)", /no value/], ["samples", "3", /10 to 5000/]]) {
    await type(id, text);
    assert.match(await page.textContent("[data-problem]"), told);
    assert.equal(await handle(page, "figure.state().query"), before, "the run on screen is kept");
  }
  await type("domain", "");
  await type("target", "x - y");
  assert.match(await page.textContent("[data-note=task]"), /tell apart: f ≤ 0, f > 0/);
  assert.equal(await page.inputValue("#cost"), "softmax_cross_entropy");
  await page.focus("#data");
  await page.selectOption("#data", "sunspots");
  assert.equal(await page.inputValue("#target"), "", "data take the formula's place");
  assert.equal(await page.getAttribute("#standardize_targets", "aria-pressed"), "true", "large values are scaled");
  await page.click("#standardize_targets");
  assert.equal(await page.getAttribute("#standardize_targets", "aria-pressed"), "false");
  assert.deepEqual(problems, []);
});

for (const [name, width, height, theme] of [["phone", 390, 844, ""], ["laptop", 1440, 900, ""], ["projector", 1920, 1080, "&theme=projector"]]) {
  test(`an example has its place at ${width}×${height}`, async () => {
    const { page } = await openPage(browser, { path: `?scene=network${theme}`, viewport: { width, height }, frames: true });
    for (const id of ["sunspots_forecast", "vanishing_gradients", "a_formula"]) {
      await page.selectOption("#example", id);
      await handle(page, '(figure.set("iterations_per_frame", "100"), figure.play())');
      await frames(page, 2);
      await handle(page, "figure.pause()");
      await laidOut(page);
      assert.deepEqual(await layoutProblems(page), [], id);
      // The loss along a weight is not what an example adds.
      const drawn = await page.evaluate(canvasProblems);
      assert.deepEqual(drawn.filter((problem) => !problem.startsWith("curve:")), [], id);
      const bar = await page.locator(".bar").boundingBox();
      if (width > 900) assert.ok(bar.y + bar.height <= height, "the controls are in sight");
      await screenshot(page, `example-${name}-${id}`);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id }) => id), []);
  });
}
