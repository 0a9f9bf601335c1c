// Which minimum, and what comes of a step size: what is shown is what the runs do.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { after, before, test } from "node:test";
import { frames, handle, laidOut, launch, layoutProblems, openPage, screenshot } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** Runs frames until `done`, an expression about `figure`, holds. */
async function until(page, done, most = 4000) {
  for (let count = 0; count < most; count += 20) {
    await frames(page, 20);
    if (await handle(page, done)) return;
  }
  assert.fail(`${done} does not hold after ${most} frames`);
}

const searched = (page) => until(page, 'figure.state().notes.dial_rule.length > 0');
const dialled = (page) => until(page, 'figure.state().step_size_scale.places.length === 31 && figure.state().notes.dial_here.length > 0');
const filled = async (page) => {
  await until(page, "figure.basins()?.done");
  // The last of it is drawn in frames of its own.
  await frames(page, 3);
};

/** Where the ball is after so many steps from the start; null where it stopped. */
async function run(page, steps) {
  await handle(page, `(figure.reset(), figure.set("iterations_per_frame", "${Math.min(steps, 100)}"), figure.play())`);
  await frames(page, Math.ceil(steps / 100));
  await handle(page, "figure.pause()");
  const { iteration, x, gradient } = await handle(page, "figure.snapshot()");
  return { stopped: iteration < steps, x, gradient };
}

const inside = (x, domain) => x.every((at, axis) => Number(domain[2 * axis]) <= at && at <= Number(domain[2 * axis + 1]));

/** What the map should say of a run: a minimum's number, or less than 0. */
function endOf({ stopped, x }, minima, domain) {
  if (!inside(x, domain)) return -3;
  if (stopped) return -4;
  const apart = (minimum) => Math.hypot(...minimum.map((at, axis) => (at - x[axis]) / (domain[2 * axis + 1] - domain[2 * axis])));
  const near = minima.findIndex((minimum) => apart(minimum) <= 0.01);
  return near < 0 ? -2 : near;
}

test("the map's colours are where the runs end", async () => {
  for (const query of [
    "function=himmelblau&learning_rate=0.01",
    "function=six_hump_camel&learning_rate=0.03&optimizer=momentum&momentum=0.7",
    "function=double_well&learning_rate=0.05",
    "function=x^2 y - y + y^2 %2B x^4&learning_rate=0.05",
  ]) {
    const { page, problems } = await openPage(browser, { path: `?${query}&basins=true`, frames: true });
    await filled(page);
    const map = await handle(page, "figure.basins()");
    assert.equal(map.columns, 256);
    assert.equal(map.ends.length, 256 * map.rows);
    const { domain } = await handle(page, "figure.state().function");
    const palette = await handle(page, "Object.entries(figure.state().theme.colours).filter(([name]) => name.startsWith('basin-')).map(([, hex]) => hex)");
    await handle(page, 'figure.set("basins", "false")');
    // Spread evenly.
    const starts = Array.from({ length: 14 }, (_, index) => [(index * 97 + 31) % 256, (index * 41 + 17) % map.rows]);
    const runs = [];
    for (const [column, row] of starts) {
      const place = [[column, 256], [row, map.rows]].slice(0, domain.length / 2);
      const start = place.map(([cell, count], axis) => Number(domain[2 * axis]) + (domain[2 * axis + 1] - domain[2 * axis]) * (cell + 0.5) / count);
      await handle(page, `figure.set("start", "${start}")`);
      runs.push(endOf(await run(page, 200), map.minima, domain));
    }
    assert.deepEqual(starts.map(([column, row]) => map.ends[row * 256 + column]), runs, query);

    // The colours on the canvas, in hue: later is darker.
    await handle(page, '(figure.reset(), figure.set("basins", "true"))');
    await filled(page);
    const view = map.rows === 1 ? "curve" : "map";
    const { plot } = await handle(page, `figure.drawing("${view}")`);
    const seen = await page.evaluate(({ view, plot, starts, rows }) => {
      const canvas = shadow().querySelector(`[data-view=${view}]`);
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const at = (share, from, to) => from + share * (to - from);
      return starts.map(([column, row]) => {
        const left = at((column + 0.5) / 256, plot.from[0], plot.to[0]);
        const top = rows === 1 ? plot.to[1] - 2 : at((row + 0.5) / rows, plot.to[1], plot.from[1]);
        const pixel = 4 * (Math.floor(top) * canvas.width + Math.floor(left));
        return [...data.slice(pixel, pixel + 3)];
      });
    }, { view, plot, starts, rows: map.rows });
    const hue = (rgb) => rgb.map((channel) => channel / Math.max(...rgb, 1));
    const rgb = (hex) => [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16));
    const alike = (a, b) => Math.hypot(...hue(a).map((channel, index) => channel - hue(b)[index])) < 0.04;
    const told = starts.filter(([column, row], index) => {
      const end = map.ends[row * 256 + column];
      return end >= 0 && alike(seen[index], rgb(palette[end]));
    });
    const ends = runs.filter((end) => end >= 0).length;
    // Some lie under a line or a mark.
    assert.ok(told.length >= Math.min(0.6 * ends, ends - 2), `${query}: ${told.length} of ${ends}`);
    assert.deepEqual(problems, []);
  }
});

test("the map follows the step size, and stands in the address", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=himmelblau", frames: true });
  assert.equal(await handle(page, "figure.basins()"), null);
  await page.click("#basins");
  assert.match(page.url(), /basins=true/);
  assert.equal(await page.getAttribute("#basins", "aria-pressed"), "true");
  await filled(page);
  assert.equal(await page.locator("[data-panel=map] .starts .sign[class*='basin-']").count(), 4);
  const before = await handle(page, "figure.basins().ends");
  await handle(page, 'figure.set("learning_rate", "0.02")');
  await filled(page);
  const ends = await handle(page, "figure.basins().ends");
  assert.ok(ends.filter((end, index) => end !== before[index]).length > 1000);
  assert.match(await page.textContent("[data-panel=map] .starts"), /not settled after 200 steps: \d+ %/);
  assert.equal(await frames(page, 3), 0, "then no frame is asked for");
  await page.click("#basins");
  assert.doesNotMatch(page.url(), /basins/);
  assert.equal(await handle(page, "figure.basins()"), null);
  assert.deepEqual(problems, []);
});

test("while the map fills in, another theme comes to every picture", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=himmelblau&basins=true", frames: true });
  await until(page, "figure.basins()?.ends.length > 0 && !figure.basins().done");
  const seen = () => page.evaluate(() => {
    const figure = document.querySelector("downhill-figure").figure;
    const rgb = figure.state().theme.colours.paper.match(/\w\w/g).map((digits) => parseInt(digits, 16));
    return ["map", "surface"].map((view) => {
      const copy = new OffscreenCanvas(4, 4).getContext("2d");
      copy.drawImage(shadow().querySelector(`[data-view=${view}]`), 0, 0);
      const { data } = copy.getImageData(2, 2, 1, 1);
      return rgb.every((channel, index) => channel === data[index]);
    });
  });
  await handle(page, 'figure.set("theme", "dark")');
  await frames(page, 4);
  assert.deepEqual(await seen(), [true, true]);
  assert.equal(await handle(page, "figure.basins().done"), false, "it was still being filled in");
  assert.deepEqual(problems, []);
});

test("the dial says what the run does", async () => {
  for (const query of ["function=double_well&start=2", "function=himmelblau&start=-1,2"]) {
    const { page, problems } = await openPage(browser, { path: `?${query}`, frames: true });
    await dialled(page);
    const { step_size_scale: scale, function: { domain } } = await handle(page, "figure.state()");
    for (const place of [6, 12, 15, 18, 20, 22, 26, 30]) {
      const { end, title } = scale.places[place];
      await handle(page, `(figure.reset(), figure.setPlace("learning_rate", ${place}))`);
      await dialled(page);
      assert.equal(await page.textContent("[data-note=dial_here]"), `From here: ${title.split(": ")[1]}.`);
      const ran = await run(page, 200);
      const left = ran.stopped || !inside(ran.x, domain);
      assert.equal(end === "leaves", left, `${query}: ${title}`);
      if (end === "settles") assert.ok(Math.hypot(...ran.gradient) < 0.5, `${query}: ${title}`);
    }
    assert.deepEqual(problems, []);
  }
});

test("on the bowl, 1.1 · 2/λ leaves and 0.9 · 2/λ settles", async () => {
  for (const [condition, limit] of [["1", 1], ["10", 0.1], ["100", 0.01]]) {
    const { page } = await openPage(browser, { path: `?function=bowl&condition_number=${condition}&start=0.01,1`, frames: true });
    await searched(page);
    assert.match(await page.textContent("[data-note=dial_rule]"), new RegExp(`settles below ${String(limit).replace(".", "\\.")}`));
    for (const [factor, says] of [[1.1, "leaves the picture"], [0.9, "settles after"]]) {
      await handle(page, `figure.set("learning_rate", "${(factor * limit).toPrecision(4)}")`);
      await dialled(page);
      assert.match(await page.textContent("[data-note=dial_here]"), new RegExp(says), `${condition} ${factor}`);
    }
    const { settles, overshoots } = await handle(page, "figure.state().step_size_scale");
    assert.ok(0 < overshoots && overshoots < settles && settles < 1);
  }
});

test("with momentum the rule is another, and some optimizers have none", async () => {
  const { page } = await openPage(browser, { path: "?function=square&start=2&optimizer=momentum&momentum=0.5", frames: true });
  await searched(page);
  assert.match(await page.textContent("[data-note=dial_rule]"), /settles below 1\.50/);
  await handle(page, 'figure.set("optimizer", "adam")');
  await dialled(page);
  assert.match(await page.textContent("[data-note=dial_rule]"), /No rule of thumb/);
  assert.equal(await page.locator("[data-limit]").count(), 0);
});

for (const [width, height] of [[390, 844], [1440, 900], [1920, 1080]]) {
  test(`at ${width}×${height} map and dial have their place, and axe finds no fault`, async () => {
    for (const id of ["himmelblau", "double_well", "six_hump_camel"]) {
      const { page, problems } = await openPage(browser, { path: `?function=${id}&basins=true`, viewport: { width, height } });
      await page.waitForFunction(() => document.querySelector("downhill-figure").figure.basins()?.done);
      await laidOut(page);
      // A formula may be longer than its field.
      const layout = (await layoutProblems(page)).filter((it) => !it.startsWith("the value of <input#function>"));
      assert.deepEqual(layout, [], id);
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], id);
      await screenshot(page, `basins-${id}-${width}`, { fullPage: width < 900 });
      assert.deepEqual(problems, []);
    }
  });
}
