// Features: what the network is given of the data, by buttons and typed. What they do:
// crates/app/tests/all/features.rs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { handle, href, launch, layoutProblems, openPage, screenshot, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const feature = (formula) => `[data-feature="${formula}"]`;
const on = (page) =>
  page.locator("[data-feature][aria-pressed=true]").evaluateAll((all) => all.map((it) => it.textContent.replace("\u00a0", " ")));
const asked = async (page) => new URL(await href(page)).searchParams.get("features");

sweep("by mouse, by keyboard and typed; what cannot be is said and changes nothing", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&data=circles", frames: true, viewport: { width: 1440, height: 900 } });
  await page.click("[data-action=more]");
  const labels = await page.locator("[data-feature]").allTextContents();
  assert.deepEqual(labels, ["x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin\u00a0x₁", "sin\u00a0x₂"]);
  assert.deepEqual(await on(page), ["x₁", "x₂"]);
  await page.click(feature("x^2"));
  await page.focus(feature("y^2"));
  await page.keyboard.press("Space");
  assert.deepEqual(await on(page), ["x₁", "x₂", "x₁²", "x₂²"]);
  assert.equal(await asked(page), "x;y;x^2;y^2");
  assert.equal(await page.inputValue("#features"), "x;y;x^2;y^2");
  assert.deepEqual(await layoutProblems(page), []);
  await screenshot(page, "features-1440");

  await page.fill("#features", "x; ln(9+y)");
  await page.keyboard.press("Enter");
  assert.equal(await asked(page), "x;ln(9+y)");
  const before = await handle(page, "figure.snapshot()");
  await page.fill("#features", "sin(");
  await page.keyboard.press("Enter");
  assert.match(await page.textContent("[data-problem]"), /Feature “sin\(”: At character/);
  assert.equal(await page.inputValue("#features"), "sin(", "to be put right");
  assert.deepEqual(await handle(page, "figure.snapshot()"), before);
  await page.fill("#features", "y");
  await page.keyboard.press("Enter");
  await page.click(feature("y"));
  assert.match(await page.textContent("[data-problem]"), /at least one input/);
  assert.deepEqual(await on(page), ["x₂"]);
  await page.selectOption("#data", "iris");
  assert.equal(await page.locator("[data-feature]").count(), 0);
  assert.deepEqual(problems, []);
});

test("by touch, on a phone", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&data=moons", frames: true, hasTouch: true, viewport: { width: 390, height: 844 } });
  await page.tap("[data-action=more]");
  for (const box of await page.locator("[data-feature]").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON()))) {
    assert.ok(box.width >= 44 && box.height >= 44, `${box.width} × ${box.height}`);
  }
  await page.tap(feature("sin(x)"));
  assert.deepEqual(await on(page), ["x₁", "x₂", "sin x₁"]);
  assert.deepEqual(await layoutProblems(page), []);
  await screenshot(page, "features-390", { fullPage: true });
  await page.tap(feature("sin(x)"));
  assert.deepEqual(await on(page), ["x₁", "x₂"]);
  assert.deepEqual(problems, []);
});
