// The planes of map and surface, chosen by mouse, keyboard and touch. Their numbers:
// crates/app/tests/all/planes.rs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, href, launch, layoutProblems, openPage, screenshot, sweep } from "./support.mjs";

const NETWORK = "scene=network&data=circles&layers=8-8&cost=binary_cross_entropy&learning_rate=1";
const PLANES = ["weights", "random", "path", "gradient"];

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const kind = async (page) => (await handle(page, "figure.plane()")).kind;

test("by mouse and by keyboard", async () => {
  const { page, problems } = await openPage(browser, { path: `?${NETWORK}`, frames: true });
  await page.click("button[data-landscape=map]:visible");
  await page.selectOption("#plane", "path");
  assert.match(await href(page), /plane=path/);
  assert.equal(await kind(page), "path");
  await page.click("[data-action=step]");
  await page.click("[data-action=hold]");
  assert.match(await href(page), /plane_at=1/);
  assert.equal(await page.getAttribute("[data-action=hold]", "aria-pressed"), "true");
  await page.click("[data-action=toggle]");
  await frames(page, 12);
  await page.click("[data-action=toggle]");
  assert.match(await page.textContent("[data-note=map_note]"), / off: true loss /);
  await page.click("[data-action=hold]");
  assert.doesNotMatch(await href(page), /plane_at/);
  await page.click("[data-action=undo]");
  assert.match(await href(page), /plane_at=1/);
  await page.click("[data-action=hold]");

  await page.selectOption("#plane", PLANES[0]);
  await page.focus("#plane");
  assert.match(await page.textContent("[data-hinting]"), /plane of all weights/);
  for (const plane of PLANES.slice(1)) {
    await page.keyboard.press("ArrowDown");
    assert.equal(await kind(page), plane);
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.match(await href(page), /plane=gradient&plane_at=13/);
  assert.deepEqual(problems, []);
});

test("by touch, on a phone", async () => {
  const { page, problems } = await openPage(browser, { path: `?${NETWORK}`, viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.tap("[data-tab=map]");
  for (const control of ["#plane", "[data-action=hold]"]) {
    const { height } = await page.locator(control).boundingBox();
    assert.ok(height >= 44, `${control}: ${height}`);
  }
  await page.selectOption("#plane", "random");
  await page.tap("[data-action=hold]");
  assert.match(await href(page), /plane=random&plane_at=0/);
  assert.deepEqual(await layoutProblems(page), []);
  await screenshot(page, "planes-390", { fullPage: true });
  assert.deepEqual(problems, []);
});

// The longest notes are those of a plane that the ball has left.
for (const [width, height, theme] of [[1440, 900, "light"], [1920, 1080, "projector"]]) {
  sweep(`at ${width}×${height} every plane has its place`, async () => {
    const path = `?${NETWORK}&plane_at=2&theme=${theme}`;
    const { page, problems } = await openPage(browser, { path, viewport: { width, height }, frames: true });
    await handle(page, "figure.play()");
    await frames(page, 8);
    await handle(page, "figure.pause()");
    await page.click("button[data-landscape=map]:visible");
    for (const plane of PLANES) {
      await page.selectOption("#plane", plane);
      assert.deepEqual(await layoutProblems(page), [], plane);
      await screenshot(page, `planes-${plane}-${width}`);
    }
    assert.deepEqual(problems, []);
  });
}
