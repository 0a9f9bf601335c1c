// A branch and the run that was left for it: the page's address leads back to both. Their numbers
// and marks: crates/app/tests/all/ghost.rs.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { handle, href, launch, openPage, screenshot, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const ghost = async (page) =>
  (await handle(page, 'figure.drawing("map")')).marks.filter((it) => it.sign === "ghost");

sweep("reload gives the branch and its ghost; a wrong one is said", async () => {
  const path = "?function=himmelblau&start=-1,2&learning_rate=0.01&optimizer=momentum";
  const { page, problems } = await openPage(browser, { path, frames: true });
  for (let step = 0; step < 30; step++) await page.click("[data-action=step]");
  await page.locator("[data-timeline]").fill("10");
  await handle(page, 'figure.set("learning_rate", "0.02")');
  await page.click("[data-action=step]");
  const left = await ghost(page);
  assert.ok(left.length > 1);
  assert.match(await href(page), /ghost=30$/);
  await screenshot(page, "ghost-map-10");

  const again = await openPage(browser, { path: new URL(await href(page)).search, frames: true });
  for (let step = 0; step < 11; step++) await again.page.click("[data-action=step]");
  assert.deepEqual(await handle(again.page, "figure.snapshot()"), await handle(page, "figure.snapshot()"));
  assert.deepEqual(await ghost(again.page), left);
  await page.click("[data-action=reset]");
  assert.doesNotMatch(await href(page), /ghost/);

  const wrong = await openPage(browser, { path: "?function=wavy&ghost=x", frames: true });
  assert.match(await wrong.page.textContent("[data-problem]"), /ghost.*up to 10000 steps/);
  assert.deepEqual([...problems, ...again.problems, ...wrong.problems], []);
});
