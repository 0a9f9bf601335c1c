// A race: runs that differ in one thing, side by side; and ten balls from ten starts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { canvasProblems, frames, handle, launch, layoutProblems, openPage, screenshot, sentence } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const racers = (page) => handle(page, "figure.state().racers.map(({ name, x, value }) => ({ name, x, value }))");
const steps = async (page, n) => {
  for (let step = 0; step < n; step++) await handle(page, "figure.step()");
};

for (const [path, race, key, values] of [
  ["?function=himmelblau&start=-1,2&learning_rate=0.01", "sgd,momentum,adam", "optimizer", ["sgd", "momentum", "adam"]],
  ["?function=double_well&start=1.9&learning_rate=0.01", "0.001,0.02,0.3", "learning_rate", ["0.001", "0.02", "0.3"]],
]) {
  test(`in race=${race} each run is the one it would be alone, at every step`, async () => {
    const { page, problems } = await openPage(browser, { path: `${path}&race=${race}`, frames: true });
    await steps(page, 20);
    const at20 = await racers(page);
    assert.deepEqual(at20.map((it) => it.name), values);
    for (const [lane, value] of values.entries()) {
      const alone = await openPage(browser, { path: `${path}&${key}=${value}`, frames: true });
      await handle(alone.page, `figure.set("learning_rate", "${key === "optimizer" ? 0.01 : value}")`);
      await steps(alone.page, 20);
      const { x, value: height } = await handle(alone.page, "figure.snapshot()");
      assert.deepEqual([at20[lane].x, at20[lane].value], [x, height], value);
    }
    await steps(page, 30);
    // Scrubbed, all of them are where they were.
    const slider = page.locator("[data-timeline]");
    await slider.fill("5");
    assert.notDeepEqual(await racers(page), at20);
    await slider.fill("20");
    assert.deepEqual(await racers(page), at20);
    const table = await page.locator("[data-racers] tbody").evaluateAll((all) => all.map((it) => JSON.parse(it.dataset.value)));
    assert.deepEqual(table, at20.map(({ x, value }) => [x, value]));
    // Each in its own colour, on the pictures, in the chart and in the table.
    for (const view of [path.includes("himmelblau") ? "map" : "curve", "heights"]) {
      const signs = new Set((await handle(page, `figure.drawing("${view}")`)).marks.map((it) => it.sign));
      for (const lane of values.keys()) assert.ok(signs.has(`racer-${lane + 1}`), `${view} ${lane}`);
      assert.ok(!signs.has("step"), "no step of a ball that is not there");
    }
    // The address gives it all.
    const again = await openPage(browser, { path: `?${await handle(page, "figure.state().query")}`, frames: true });
    await steps(again.page, 20);
    assert.deepEqual(await racers(again.page), at20);
    assert.deepEqual([...problems, ...again.problems], []);
  });
}

test("the table says who has settled, who left the picture and who is still going", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=double_well&start=1.9&race=0.0001,0.05,1", frames: true });
  await frames(page, 100);
  await steps(page, 60);
  const told = await page.textContent("[data-racers]");
  assert.match(told, /0\.0001.*still going.*0\.05.*settled, [★○].*left the picture/);
  assert.match(await sentence(page), /After 60 steps ▲ 0\.05 is the lowest, .* Of 3, settled: 1; left the picture: 1; still going: 1\./);
  assert.deepEqual(problems, []);
});

test("ten balls drop from ten starts that the seed chooses, and each finds its minimum", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=himmelblau&learning_rate=0.01&iterations=200", frames: true });
  await frames(page, 400);
  await page.click("[data-action=dropTen]");
  assert.equal(await page.getAttribute("[data-action=dropTen]", "aria-pressed"), "true");
  await frames(page, 300);
  const at = await racers(page);
  assert.equal(at.length, 10);
  const { spots } = await handle(page, "figure.state().function");
  assert.equal(spots.filter((it) => it.sign === "★").length, 4);
  for (const { x, value } of at) {
    const minima = [[3, 2], [-2.805118, 3.131312], [-3.77931, -3.283186], [3.584428, -1.848126]];
    assert.ok(value < 1e-5 && minima.some(([a, b]) => Math.hypot(a - x[0], b - x[1]) < 0.01), `${x}`);
  }
  assert.ok(new Set(at.map(({ x }) => x.map(Math.round).join())).size > 1, "not all the same");
  assert.match(page.url(), /race=starts/);
  const again = await openPage(browser, { path: new URL(page.url()).search, frames: true });
  await steps(again.page, await handle(page, "figure.state().timeline.at"));
  assert.deepEqual(await racers(again.page), at);
  await handle(again.page, 'figure.set("seed", "2")');
  assert.notDeepEqual((await racers(again.page))[0].x, (await handle(page, "(figure.seek(0), figure.state().racers[0])")).x);
  await page.click("[data-action=dropTen]");
  assert.equal((await racers(page)).length, 0);
  assert.deepEqual([...problems, ...again.problems], []);
});

test("by keyboard alone, and what cannot race is said", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=descent", frames: true });
  await page.focus("[data-races]");
  await page.selectOption("[data-races]", { label: "six optimizers" });
  assert.equal((await racers(page)).length, 6);
  await page.focus("[data-view=curve]");
  await page.keyboard.press(".");
  assert.match(await page.textContent("[data-time]"), /1 of 1/);
  await page.keyboard.press("ArrowLeft");
  assert.match(await page.textContent("[data-time]"), /step 0/, "another start is another race");
  await page.click("[data-action=more]");
  await page.fill("#race", "sgd,nobody");
  await page.press("#race", "Enter");
  assert.match(await page.textContent("[data-problem]"), /race.*up to six optimizers/);
  assert.equal((await racers(page)).length, 6, "the race goes on");
  await page.fill("#race", "");
  await page.press("#race", "Enter");
  assert.equal((await racers(page)).length, 0);
  assert.deepEqual(problems, []);
});

for (const [name, [width, height], theme] of [["laptop", [1440, 900], "light"], ["projector", [1920, 1080], "projector"], ["phone", [390, 844], "dark"]]) {
  test(`at ${width}×${height} a race has its place`, async () => {
    for (const [what, path] of [["plane", "?function=bowl&start=4,2&learning_rate=0.05&race=sgd,momentum,nesterov,adagrad,rmsprop,adam"], ["line", "?scene=descent&race=starts"]]) {
      const { page } = await openPage(browser, { path: `${path}&theme=${theme}`, viewport: { width, height }, frames: true });
      await frames(page, 100);
      await steps(page, 15);
      if (name === "phone") await page.click("[data-tab=facts]");
      assert.deepEqual(await layoutProblems(page), [], what);
      assert.deepEqual(await page.evaluate(canvasProblems), [], what);
      await screenshot(page, `race-${what}-${name}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], what);
    }
  });
}
