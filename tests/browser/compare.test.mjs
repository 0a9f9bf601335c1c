// Runs that are kept beside the present one: their curves, their ways and what differs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, launch, layoutProblems, openPage, screenshot } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const steps = (page, count) => handle(page, `Array.from({ length: ${count} }, () => figure.step()).length`);
const drawn = async (page, view, sign) =>
  (await handle(page, `figure.drawing("${view}")`)).marks.filter((it) => it.sign === sign);

test("a run is kept, another one run, and both are seen side by side", async () => {
  const { page, problems } = await openPage(browser, { frames: true, viewport: { width: 1440, height: 900 } });
  await steps(page, 40);
  const first = await handle(page, "figure.snapshot()");
  await page.click("[data-action=keep]");
  await page.click("[data-action=reset]");
  await page.fill("label [data-key=learning_rate]", "0.1");
  await page.keyboard.press("Enter");
  await steps(page, 20);

  const rows = await page.locator("[data-kept] tbody").evaluateAll((all) => all.map((it) => [it.textContent, JSON.parse(it.dataset.values)]));
  assert.equal(rows.length, 2);
  assert.match(rows[0][0], /^now20/);
  assert.match(rows[1][0], /learning rate 0\.3 \(now 0\.1\)/);
  assert.equal(rows[1][1][0], 40);
  assert.deepEqual(rows[1][1].slice(1, 3), [first.train_loss, first.test_loss]);
  for (const view of ["chart", "map"]) assert.ok((await drawn(page, view, "racer-1")).length > 1, view);
  // Its curve ends where it was kept.
  const { plot } = await handle(page, 'figure.drawing("chart")');
  const line = (await drawn(page, "chart", "racer-1")).find((it) => it.kind === "line");
  const share = (line.points.at(-1)[0] - plot.from[0]) / (plot.to[0] - plot.from[0]);
  assert.ok(Math.abs(plot.x[0] + share * (plot.x[1] - plot.x[0]) - 40) < 0.5);
  await screenshot(page, "compare-1440");

  // The address leads to the same.
  const again = await openPage(browser, { path: new URL(page.url()).search, frames: true, viewport: { width: 1440, height: 900 } });
  await steps(again.page, 20);
  for (const view of ["chart", "map"]) {
    assert.deepEqual(await drawn(again.page, view, "racer-1"), await drawn(page, view, "racer-1"));
  }
  const table = (page) => page.textContent("[data-kept]");
  assert.equal(await table(again.page), await table(page));
  assert.deepEqual(await layoutProblems(page), []);

  // A click opens it, where it was kept; undo leads back.
  await page.click("[data-kept] th button");
  assert.deepEqual(await handle(page, "figure.snapshot()"), first);
  assert.match(await table(page), /nothing differs/);
  await page.click("[data-action=undo]");
  assert.equal((await handle(page, "figure.snapshot()")).iteration, 20);
  await page.click("[data-kept] td button");
  assert.ok(await page.locator("[data-kept]").isHidden());
  assert.doesNotMatch(page.url(), /kept/);
  assert.deepEqual([...problems, ...again.problems], []);
});

/** The small pictures' marks: those of the present run, and those of the kept ones. */
async function small(page) {
  const { marks } = await handle(page, 'figure.drawing("kept")');
  const lines = marks.filter((it) => it.kind !== "polygon");
  const right = lines.find((it) => it.sign === "racer-1").points[0][0] - 1;
  return [lines.filter((it) => it.points[0][0] < right), lines.filter((it) => it.points[0][0] >= right)];
}

test("what each run answers stands side by side; only the present run's changes", async () => {
  for (const query of ["data=moons", "data=sunspots&cost=squared_error&standardize_targets=true"]) {
    const { page, problems } = await openPage(browser, { path: `?scene=network&${query}`, frames: true, viewport: { width: 1440, height: 900 } });
    assert.ok(await page.locator("[data-view=kept]").isHidden(), "nothing is kept yet");
    await steps(page, 20);
    const first = await handle(page, "figure.snapshot()");
    await page.click("[data-action=keep]");
    await page.locator("[data-view=kept]").waitFor();
    await handle(page, "figure.draw()");
    const there = await small(page);
    assert.deepEqual(there[1].find((it) => it.kind === "text").text, "● 1");
    // So far both are the same run: their pictures have the same lines.
    const shape = (marks) => marks.filter((it) => it.kind === "line" && it.sign !== "racer-1").map((it) => it.points.length);
    if (query === "data=moons") assert.deepEqual(shape(there[0]).sort(), [...shape(there[1]), 5].sort());

    await page.click("[data-action=toggle]");
    await frames(page, 12);
    const later = await small(page);
    assert.deepEqual(later[1], there[1], "the kept one stays");
    assert.notDeepEqual(later[0], there[0], "the present one goes on");
    await page.click("[data-action=toggle]");
    await screenshot(page, `kept-${query.slice(5, 10)}`);
    assert.deepEqual(await layoutProblems(page), []);

    // A click on it goes there; on the present one it does nothing.
    const { width, height } = await page.locator("[data-view=kept]").boundingBox();
    const now = await handle(page, "figure.snapshot()");
    await page.click("[data-view=kept]", { position: { x: width / 4, y: height / 2 } });
    assert.deepEqual(await handle(page, "figure.snapshot()"), now);
    await page.click("[data-view=kept]", { position: { x: (3 * width) / 4, y: height / 2 } });
    assert.deepEqual(await handle(page, "figure.snapshot()"), first);
    assert.match(await page.getAttribute("[data-view=kept]", "aria-label"), /each kept run/);
    await page.click("[data-kept] td button");
    assert.ok(await page.locator("[data-view=kept]").isHidden());
    assert.deepEqual(problems, []);
  }
});

test("by keyboard and by touch; the same run is kept once, and four at the most", async () => {
  const { page } = await openPage(browser, { frames: true });
  await page.focus("[data-action=keep]");
  for (let run = 0; run < 4; run++) {
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("[data-kept] tbody").count(), run + 2);
    await steps(page, 1);
  }
  await page.keyboard.press("Enter");
  assert.match(await page.textContent("[data-problem]"), /Four runs are kept/);
  assert.equal(await page.locator("[data-kept] tbody").count(), 5);

  const phone = await openPage(browser, { frames: true, hasTouch: true, viewport: { width: 390, height: 844 } });
  await phone.page.tap("[data-tab=chart]");
  const large = async (selector) => {
    const { width, height } = await phone.page.locator(selector).first().boundingBox();
    assert.ok(width >= 44 && height >= 44, `${selector}: ${width} × ${height}`);
  };
  await large("[data-action=keep]");
  await phone.page.tap("[data-action=keep]");
  await handle(phone.page, 'figure.set("seed", "5")');
  await phone.page.tap("[data-tab=facts]");
  await large("[data-kept] th button");
  await large("[data-kept] td button");
  assert.deepEqual(await layoutProblems(phone.page), []);
  await screenshot(phone.page, "compare-390", { fullPage: true });
  const pictures = phone.page.locator("[data-view=kept]");
  const { width, height } = await pictures.boundingBox();
  await pictures.tap({ position: { x: (3 * width) / 4, y: height / 2 } });
  assert.equal((await handle(phone.page, "figure.experiment()")).seed, 1);
  await phone.page.tap("[data-action=undo]");
  assert.equal((await handle(phone.page, "figure.experiment()")).seed, 5);
  await phone.page.tap("[data-kept] th button");
  assert.equal((await handle(phone.page, "figure.experiment()")).seed, 1);
});

test("networks of other shapes and other data are compared, too", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&layers=8-8&data=moons&cost=logistic", frames: true, ready: false });
  await page.locator("[data-ready]").waitFor({ state: "attached" });
  await steps(page, 10);
  await handle(page, "figure.keep()");
  await handle(page, 'figure.set("layers", "3")');
  await steps(page, 5);
  assert.match(await page.textContent("[data-kept]"), /layers 8-8 \(now 3\)/);
  assert.ok((await drawn(page, "chart", "racer-1")).length > 1);
  assert.deepEqual(await drawn(page, "map", "racer-1"), [], "it has no place among these weights");
  const titles = async () => (await handle(page, 'figure.drawing("kept")')).marks.map((it) => it.text).filter(Boolean);
  await page.locator("[data-view=kept]").waitFor();
  await handle(page, "figure.draw()");
  assert.deepEqual(await titles(), ["now", "● 1"]);
  await handle(page, 'figure.set("data", "xor")');
  assert.deepEqual(await titles(), ["now", "● 1", "other data"]);
  assert.deepEqual(problems, []);
});

test("a kept run that cannot be is said, and the run is there all the same", async () => {
  for (const wrong of ["x", "iterations%3D99999999", "iterations%3D5%26learning_rate%3D-1"]) {
    const { page, problems } = await openPage(browser, { path: `?scene=network&kept=${wrong}`, frames: true });
    assert.match(await page.textContent("[data-problem]"), /kept.*iterations=120/);
    await handle(page, "figure.step()");
    assert.equal((await handle(page, "figure.snapshot()")).iteration, 1);
    assert.deepEqual(problems, []);
  }
});
