// The numbers: what the page shows is what the network computes, bit for bit.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, openPage } from "./support.mjs";

const { DOWNHILL_DIST, DOWNHILL_ROOT } = process.env;

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** The trajectories on record in a file: `[hash, query]`. */
async function record(file) {
  const text = await readFile(path.join(DOWNHILL_ROOT, "tests", file), "utf8");
  const lines = text.split("\n").filter((line) => line && !line.startsWith("#"));
  return lines.map((line) => [line.slice(0, 16), line.slice(17)]);
}

for (const query of ["?scene=network", "?batch_size=10"]) {
  test(`slope = gradient = difference = tangent, for every weight (${query})`, async () => {
    const { page, problems } = await openPage(browser, { path: query, frames: true });
    const found = await page.evaluate(inspectSlopes, [0, 1, 50, 1000]);
    assert.equal(found.length, 4 * 33);
    for (const { iteration, weight, shown, slope, largest, difference, tangent } of found) {
      const place = `iteration ${iteration}, weight ${weight}`;
      // The number in words has five digits, its element carries all of them.
      assert.ok(Math.abs(shown - slope) <= 5.01e-5 * Math.abs(slope), `${place}: ${shown} ${slope}`);
      const bound = 1e-4 * Math.max(Math.abs(slope), 1e-3 * largest);
      assert.ok(Math.abs(slope - difference) <= bound, `${place}: ${slope} ${difference}`);
      assert.equal(tangent.count, 1, place);
      assert.ok(tangent.error <= 1, `${place}: the tangent is ${tangent.error} px off`);
      assert.ok(tangent.length > 30, `${place}: the tangent is ${tangent.length} px long`);
    }
    assert.deepEqual(problems, []);
  });
}

/** Runs in the page: for every weight, its slope as written, as drawn, as a difference. */
function inspectSlopes(iterations) {
  const root = shadow();
  const figure = root.host.figure;
  const found = [];
  for (const iteration of iterations) {
    const rest = iteration - figure.snapshot().iteration;
    if (rest > 0) {
      // One frame for many iterations: fewer pictures to draw.
      figure.set("iterations_per_frame", String(Math.min(rest, 50)));
      figure.play();
      window.runFrames(Math.ceil(rest / 50));
      figure.pause();
    }
    if (figure.snapshot().iteration !== iteration) throw new Error(`not at iteration ${iteration}`);
    const { parameters, gradient } = figure.snapshot();
    const largest = Math.max(...gradient.map(Math.abs));
    parameters.forEach((value, weight) => {
      figure.set("weight", String(weight));
      const cell = root.querySelector("[data-number=gradient] dd");
      const slope = Number(cell.dataset.value);
      const shown = Number(
        cell.textContent.replace("−", "-").replace("+", "").replace(/ × 10(.*)$/, (_, power) =>
          "e" + [...power].map((digit) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)).join("").replace(/^0/, "-").replace(/\d/g, (d) => d - 1)),
      );
      const loss = (offset) => figure.loss(Float64Array.from(parameters, (p, i) => (i === weight ? p + offset : p)));
      const difference = (loss(1e-5) - loss(-1e-5)) / 2e-5;

      const { marks, plot } = figure.drawing("curve");
      const strokes = marks.filter(({ kind, sign, points }) => kind === "line" && sign === "slope" && points.length === 2);
      const [a, b] = strokes[0].points;
      const unit = (axis) => (plot.to[axis] - plot.from[axis]) / (plot["xy"[axis]][1] - plot["xy"[axis]][0]);
      const drawnSlope = (slope * unit(1)) / unit(0);
      const ball = [plot.from[0] + (value - plot.x[0]) * unit(0), plot.to[1] - (loss(0) - plot.y[0]) * unit(1)];
      const error = Math.max(...[a, b].map(([x, y]) => Math.abs(ball[1] - drawnSlope * (x - ball[0]) - y)));
      found.push({
        iteration, weight, shown, slope, largest, difference,
        tangent: { count: strokes.length, error, length: Math.hypot(b[0] - a[0], b[1] - a[1]) },
      });
    });
  }
  return found;
}

test("the surface at the ball is the loss shown, after every step", async () => {
  for (const query of ["?scene=network", "?batch_size=10"]) {
    const { page } = await openPage(browser, { path: query, frames: true });
    const errors = await page.evaluate(() => {
      const root = shadow();
      const shown = () => Number(root.querySelector("[data-number=batch_loss] dd").dataset.value);
      return Array.from({ length: 150 }, () => {
        root.host.figure.step();
        return Math.abs(root.host.figure.lossAtBall() - shown()) / Math.max(1, shown());
      });
    });
    assert.equal(errors.length, 150);
    assert.ok(Math.max(...errors) <= 1e-6, `${query}: ${Math.max(...errors)}`);
  }
});

test("with all samples in a step, the coming step's loss is the training loss", async () => {
  const { page } = await openPage(browser, { frames: true });
  const differences = await page.evaluate(() => {
    const root = shadow();
    const value = (key) => root.querySelector(`[data-number=${key}] dd`).dataset.value;
    return Array.from({ length: 50 }, () => {
      root.host.figure.step();
      return value("batch_loss") - value("train_loss");
    });
  });
  assert.deepEqual(new Set(differences), new Set([0]));
});

test("the shipped module gives the recorded bits in Node and in the browser", async () => {
  const file = (...name) => path.join(DOWNHILL_DIST, ...name);
  const module = await import(pathToFileURL(file("wasm", "downhill.js")));
  module.initSync({ module: await readFile(file("wasm", "downhill_bg.wasm")) });
  const { page } = await openPage(browser);
  // Long runs of few experiments, and short ones of every optimizer × activation × cost.
  for (const [file, iterations, least] of [["trajectories.txt", 1000, 3], ["digests.txt", 30, 900]]) {
    const recorded = await record(file);
    assert.ok(recorded.length >= least);
    const inBrowser = await page.evaluate(async ([queries, iterations]) => {
      const { trajectoryHash } = await import(new URL("wasm/downhill.js", location.href));
      return queries.map((query) => trajectoryHash(query, iterations));
    }, [recorded.map(([, query]) => query), iterations]);
    recorded.forEach(([hash, query], index) => {
      assert.equal(module.trajectoryHash(query, iterations), hash, `Node, ${query}`);
      assert.equal(inBrowser[index], hash, `browser, ${query}`);
    });
  }
});

test("back at the start and played again, and an address opened anew, the run is repeated with its edits", async () => {
  const { page, problems } = await openPage(browser, { path: "?batch_size=10&seed=4", frames: true });
  const play = () =>
    page.evaluate(() => {
      const figure = document.querySelector("downhill-figure").figure;
      const way = [];
      while (figure.snapshot().iteration < 200) {
        figure.step();
        way.push(figure.snapshot().parameters);
      }
      return JSON.stringify(way);
    });
  await page.evaluate(() => {
    const figure = document.querySelector("downhill-figure").figure;
    for (let step = 0; step < 60; step++) figure.step();
    figure.set("learning_rate", "0.05");
    for (let step = 0; step < 60; step++) figure.step();
    figure.set("batch_size", "32");
    figure.seek(0);
  });
  const first = await play();
  await page.click("[data-action=toStart]");
  assert.equal(await play(), first);

  const address = page.url();
  assert.match(address, /edits=60%3Alearning_rate%3A0.05%2C120%3Abatch_size%3A32/);
  await page.goto(address);
  await page.locator("[data-ready]").waitFor();
  assert.equal(await play(), first);
  assert.deepEqual(problems, []);
});
