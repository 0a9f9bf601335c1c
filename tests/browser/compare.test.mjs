// Runs that are kept beside the present one: the table's buttons and the small pictures, by mouse,
// keyboard and touch. Their numbers and marks: crates/app/tests/all/compare.rs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, href, laidOut, launch, layoutProblems, openPage, screenshot, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const steps = (page, count) => handle(page, `Array.from({ length: ${count} }, () => figure.step()).length`);

sweep("a run is kept, seen beside another one, and opened by a click", async () => {
  const { page, problems } = await openPage(browser, { frames: true, viewport: { width: 1440, height: 900 } });
  assert.ok(await page.locator("[data-view=kept]").isHidden(), "nothing is kept yet");
  await steps(page, 20);
  const first = await handle(page, "figure.snapshot()");
  // The same run is kept once.
  await page.focus("[data-action=keep]");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.click("[data-action=reset]");
  await page.fill("label [data-key=learning_rate]", "0.1");
  await page.keyboard.press("Enter");
  await steps(page, 10);
  const rows = await page.locator("[data-kept] tbody").evaluateAll((all) => all.map((it) => [it.textContent, JSON.parse(it.dataset.values)]));
  assert.equal(rows.length, 2);
  assert.match(rows[0][0], /^now10/);
  assert.match(rows[1][0], /learning rate 0\.3 \(now 0\.1\)/);
  assert.deepEqual(rows[1][1].slice(0, 3), [20, first.train_loss, first.test_loss]);
  assert.match(await href(page), /kept=/);
  assert.deepEqual(await layoutProblems(page), []);

  // A click on the small picture goes there; on the present run's it does nothing.
  const pictures = page.locator("[data-view=kept]");
  await pictures.waitFor();
  await laidOut(page);
  assert.match(await pictures.getAttribute("aria-label"), /each kept run/);
  await page.click("[data-action=toggle]");
  await frames(page, 2);
  await page.click("[data-action=toggle]");
  const { width, height } = await pictures.boundingBox();
  const now = await handle(page, "figure.snapshot()");
  await pictures.click({ position: { x: width / 4, y: height / 2 } });
  assert.deepEqual(await handle(page, "figure.snapshot()"), now);
  await pictures.click({ position: { x: (3 * width) / 4, y: height / 2 } });
  assert.deepEqual(await handle(page, "figure.snapshot()"), first);
  await page.click("[data-action=undo]");
  assert.deepEqual(await handle(page, "figure.snapshot()"), now);
  // So does its button in the table.
  await page.click("[data-kept] th button");
  assert.deepEqual(await handle(page, "figure.snapshot()"), first);
  assert.match(await page.textContent("[data-kept]"), /nothing differs/);
  await screenshot(page, "compare-1440");
  await page.click("[data-kept] td button");
  assert.ok(await page.locator("[data-kept]").isHidden());
  assert.ok(await pictures.isHidden());
  assert.doesNotMatch(await href(page), /kept/);

  // Four at the most.
  for (let run = 0; run < 5; run++) {
    await page.click("[data-action=keep]");
    await steps(page, 1);
  }
  assert.match(await page.textContent("[data-problem]"), /Four runs are kept/);
  assert.equal(await page.locator("[data-kept] tbody").count(), 5);
  assert.deepEqual(problems, []);
});

test("by touch, on a phone", async () => {
  const { page, problems } = await openPage(browser, { frames: true, hasTouch: true, viewport: { width: 390, height: 844 } });
  await page.tap("[data-tab=chart]");
  const large = async (selector) => {
    const { width, height } = await page.locator(selector).first().boundingBox();
    assert.ok(width >= 44 && height >= 44, `${selector}: ${width} × ${height}`);
  };
  await large("[data-action=keep]");
  await page.tap("[data-action=keep]");
  await handle(page, 'figure.set("seed", "5")');
  await page.tap("[data-tab=facts]");
  await large("[data-kept] th button");
  await large("[data-kept] td button");
  assert.deepEqual(await layoutProblems(page), []);
  await screenshot(page, "compare-390", { fullPage: true });
  const seed = async () => (await handle(page, "figure.experiment()")).seed;
  const pictures = page.locator("[data-view=kept]");
  const { width, height } = await pictures.boundingBox();
  await pictures.tap({ position: { x: (3 * width) / 4, y: height / 2 } });
  assert.equal(await seed(), 1);
  await page.tap("[data-action=undo]");
  assert.equal(await seed(), 5);
  await page.tap("[data-kept] th button");
  assert.equal(await seed(), 1);
  assert.deepEqual(problems, []);
});
