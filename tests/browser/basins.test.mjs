// Which minimum each start comes to, and the outcome of each step size: the map's colours, the scale
// beside the slider, their layout. Their numbers: crates/app/tests/all/basins.rs.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { after, before, test } from "node:test";
import { frames, handle, href, laidOut, launch, layoutProblems, openPage, screenshot, sweep } from "./support.mjs";

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

const filled = async (page) => {
  await until(page, "figure.basins()?.done");
  // The last of it is drawn in frames of its own.
  await frames(page, 3);
};

/** The colours on the map's canvas at the middles of cells. */
const colours = (page, plot, cells, rows) =>
  page.evaluate(({ plot, cells, rows }) => {
    const canvas = shadow().querySelector("[data-view=map]");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const at = (share, from, to) => from + share * (to - from);
    return cells.map(([column, row]) => {
      const left = at((column + 0.5) / 256, plot.from[0], plot.to[0]);
      const top = at((row + 0.5) / rows, plot.to[1], plot.from[1]);
      const pixel = 4 * (Math.floor(top) * canvas.width + Math.floor(left));
      return [...data.slice(pixel, pixel + 3)];
    });
  }, { plot, cells, rows });

sweep("the map of starts: its button, its colours, another theme while it fills in", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=himmelblau", frames: true });
  assert.equal(await handle(page, "figure.basins()"), null);
  await page.click("[data-action=more]");
  await page.click("#basins");
  assert.match(await href(page), /basins=true/);
  assert.equal(await page.getAttribute("#basins", "aria-pressed"), "true");

  await until(page, "figure.basins()?.ends.length > 0 && !figure.basins().done");
  const inTheme = () => page.evaluate(() => {
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
  assert.deepEqual(await inTheme(), [true, true]);
  assert.equal(await handle(page, "figure.basins().done"), false, "it was still being filled in");
  await handle(page, 'figure.set("theme", "light")');
  await filled(page);

  // The colours on the canvas, in hue: later is darker.
  const { rows, ends } = await handle(page, "figure.basins()");
  const palette = await handle(page, "Object.entries(figure.state().theme.colours).filter(([name]) => name.startsWith('basin-')).map(([, hex]) => hex)");
  const { plot } = await handle(page, 'figure.drawing("map")');
  const cells = Array.from({ length: 60 }, (_, index) => [(index * 97 + 31) % 256, (index * 41 + 17) % rows]);
  const seen = await colours(page, plot, cells, rows);
  const hue = (rgb) => rgb.map((channel) => channel / Math.max(...rgb, 1));
  const rgb = (hex) => [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16));
  const alike = (a, b) => Math.hypot(...hue(a).map((channel, index) => channel - hue(b)[index])) < 0.04;
  const settled = cells.map(([column, row]) => ends[row * 256 + column]);
  const told = settled.filter((end, index) => end >= 0 && alike(seen[index], rgb(palette[end]))).length;
  const all = settled.filter((end) => end >= 0).length;
  // Some lie under a line or a mark.
  assert.ok(all > 20 && told >= 0.6 * all, `${told} of ${all}`);

  assert.equal(await page.locator("[data-panel=map] .starts .sign[class*='basin-']").count(), 4);
  assert.match(await page.textContent("[data-panel=map] .starts"), /1 ★ \(3\.00, 2\.00\): \d+ %/);
  assert.equal(await frames(page, 3), 0, "then no frame is asked for");
  await page.click("#basins");
  assert.doesNotMatch(await href(page), /basins/);
  assert.deepEqual(problems, []);
});

test("the scale along the step size's slider has its words and its limits", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=square&start=2&optimizer=momentum&momentum=0.5", frames: true });
  const dialled = () => until(page, "figure.state().step_size_scale.places.length === 31 && figure.state().notes.dial_here.length > 0 && figure.state().notes.dial_rule.length > 0");
  await dialled();
  assert.match(await page.textContent("[data-note=dial_here]"), /^From the start: .*\.$/);
  assert.match(await page.textContent("[data-note=dial_rule]"), /settles below 1\.50/);
  assert.ok((await page.locator("[data-limit]").count()) > 0);
  await handle(page, 'figure.set("optimizer", "adam")');
  await dialled();
  assert.match(await page.textContent("[data-note=dial_rule]"), /No rule of thumb/);
  assert.equal(await page.locator("[data-limit]").count(), 0);
  assert.deepEqual(problems, []);
});

for (const [width, height] of [[390, 844], [1440, 900], [1920, 1080]]) {
  sweep(`at ${width}×${height} map and scale have their place, and axe finds no fault`, async () => {
    // The most minima, and a line.
    const { page, problems } = await openPage(browser, { path: "?function=six_hump_camel&basins=true", viewport: { width, height } });
    for (const id of ["six_hump_camel", "double_well"]) {
      await handle(page, `figure.set("function", "${id}")`);
      await page.waitForFunction(() => document.querySelector("downhill-figure").figure.basins()?.done);
      await laidOut(page);
      // A formula may be longer than its field.
      const layout = (await layoutProblems(page)).filter((it) => !it.startsWith("the value of <input#function>"));
      assert.deepEqual(layout, [], id);
      await screenshot(page, `basins-${id}-${width}`, { fullPage: width < 900 });
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), []);
    assert.deepEqual(problems, []);
  });
}
