// A race: its table, its controls and its layout. Its numbers: crates/app/tests/all/race.rs.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { canvasProblems, frames, handle, href, launch, layoutProblems, openPage, screenshot, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const racers = (page) => handle(page, "figure.state().racers.map(({ name, x, value }) => ({ name, x, value }))");

sweep("by keyboard alone; the table has all digits, and what cannot race is said", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=descent", frames: true });
  await page.click("[data-action=more]");
  await page.focus("[data-races]");
  await page.selectOption("[data-races]", { label: "six optimizers" });
  assert.equal((await racers(page)).length, 6);
  await page.focus("[data-view=curve]");
  await page.keyboard.press(".");
  assert.match(await page.textContent("[data-time]"), /1 of 1/);
  const there = await racers(page);
  await page.keyboard.press(".");
  await page.locator("[data-timeline]").fill("1");
  const table = await page.locator("[data-racers] tbody").evaluateAll((all) => all.map((it) => JSON.parse(it.dataset.value)));
  assert.deepEqual(table, there.map(({ x, value }) => [x, value]));
  assert.match(await page.textContent("[data-racers]"), /still going/);
  await page.focus("[data-view=curve]");
  await page.keyboard.press("ArrowLeft");
  assert.match(await page.textContent("[data-time]"), /step 0/, "another start is another race");
  await page.fill("#race", "sgd,nobody");
  await page.press("#race", "Enter");
  assert.match(await page.textContent("[data-problem]"), /race.*up to six optimizers/);
  assert.equal((await racers(page)).length, 6, "the race goes on");
  await page.fill("#race", "");
  await page.press("#race", "Enter");
  assert.equal((await racers(page)).length, 0);
  // Ten balls drop at once, and are gone again.
  await page.click("[data-action=dropTen]");
  assert.equal(await page.getAttribute("[data-action=dropTen]", "aria-pressed"), "true");
  await frames(page, 5);
  assert.match(await href(page), /race=starts/);
  assert.match(await page.textContent("[data-time]"), /step [1-9]/, "they roll");
  assert.equal((await racers(page)).length, 10);
  await page.click("[data-action=dropTen]");
  assert.equal((await racers(page)).length, 0);
  assert.deepEqual(problems, []);
});

for (const [name, [width, height], theme] of [["laptop", [1440, 900], "light"], ["projector", [1920, 1080], "projector"], ["phone", [390, 844], "dark"]]) {
  sweep(`at ${width}×${height} a race has its place`, async () => {
    const path = `?function=bowl&start=4,2&learning_rate=0.05&race=sgd,momentum,nesterov,adagrad,rmsprop,adam&theme=${theme}`;
    const { page } = await openPage(browser, { path, viewport: { width, height }, frames: true });
    const check = async (what) => {
      await frames(page, 30);
      for (let step = 0; step < 5; step++) await handle(page, "figure.step()");
      assert.deepEqual(await layoutProblems(page), [], what);
      assert.deepEqual(await page.evaluate(canvasProblems), [], what);
      await screenshot(page, `race-${what}-${name}`);
    };
    if (name === "phone") await page.click("[data-tab=facts]");
    await check("plane");
    await handle(page, '(figure.set("scene", "descent"), figure.set("race", "starts"))');
    await check("line");
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), []);
  });
}
