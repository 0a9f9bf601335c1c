// The frame loop: one iteration per animation frame, and nothing otherwise.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, launch, openPage, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const iteration = (page, index = 0) =>
  page.locator("[data-number=iteration] dd").nth(index).evaluate((cell) => Number(cell.dataset.value));

test("100 frames are exactly 100 iterations, and pause stops at once", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  assert.equal(await frames(page, 10), 0, "nothing moves before it is asked to");
  assert.equal(await iteration(page), 0);
  await page.click("[data-action=toggle]");
  await frames(page, 100);
  assert.equal(await iteration(page), 100);
  await page.click("[data-action=toggle]");
  await frames(page, 5);
  assert.equal(await iteration(page), 100);
  assert.equal(await frames(page, 5), 0, "a paused figure asks for no frames");
  assert.deepEqual(problems, []);
});

test("pausing and playing within one frame does not double the pace", async () => {
  const { page } = await openPage(browser, { frames: true });
  for (let click = 0; click < 5; click++) await page.click("[data-action=toggle]");
  await frames(page, 20);
  assert.equal(await iteration(page), 20);
});

test("a step is one iteration, and iterations per frame are as many as asked for", async () => {
  const { page } = await openPage(browser, { frames: true, path: "?scene=network&iterations_per_frame=7" });
  await page.click("[data-action=step]");
  assert.equal(await iteration(page), 1);
  await page.click("[data-action=toggle]");
  await frames(page, 10);
  assert.equal(await iteration(page), 71);
  await page.click("[data-action=reset]");
  assert.equal(await iteration(page), 0);
});

sweep("a teacher can let it go slowly: one iteration every ten frames", async () => {
  const { page } = await openPage(browser, { frames: true, path: "?scene=network&iterations_per_frame=0.1" });
  await page.click("[data-action=toggle]");
  for (const expected of [1, 2, 3]) {
    await frames(page, 9);
    assert.equal(await iteration(page), expected - 1);
    await frames(page, 1);
    assert.equal(await iteration(page), expected);
  }
});

test("a hidden tab does nothing and goes on when it is seen again", async () => {
  const { page } = await openPage(browser, { frames: true });
  await page.click("[data-action=toggle]");
  await frames(page, 3);
  const hide = (hidden) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await hide(true);
  await frames(page, 50);
  assert.equal(await iteration(page), 3);
  await hide(false);
  await frames(page, 4);
  assert.equal(await iteration(page), 7);
});

test("in the browser's own frames it runs, too", async () => {
  const { page, problems } = await openPage(browser);
  await page.click("[data-action=toggle]");
  await page.waitForFunction(
    () => shadow().querySelector("[data-number=iteration] dd").dataset.value >= 30,
  );
  assert.deepEqual(problems, []);
});

test("two figures with different seeds live on one page and share nothing", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  await page.evaluate(() => {
    const second = Object.assign(document.createElement("downhill-figure"), { query: "seed=2" });
    second.setAttribute("loading", "eager");
    document.body.append(second);
  });
  await page.locator("[data-ready]").nth(1).waitFor();
  const twice = await page.evaluate(() =>
    [...document.querySelectorAll("downhill-figure")].flatMap(({ shadowRoot }) => {
      const ids = [...shadowRoot.querySelectorAll("[id]")].map((element) => element.id);
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    }),
  );
  assert.deepEqual(twice, [], "every id stands once");
  await page.locator("[data-action=toggle]").nth(1).click();
  await frames(page, 12);
  assert.deepEqual([await iteration(page, 0), await iteration(page, 1)], [0, 12]);
  await page.locator("[data-action=toggle]").nth(0).click();
  await frames(page, 12);
  assert.deepEqual([await iteration(page, 0), await iteration(page, 1)], [12, 24]);
  const [first, second] = await page.evaluate(() =>
    [...document.querySelectorAll("downhill-figure")].map((it) => it.figure.experiment().seed),
  );
  assert.deepEqual([first, second], [1, 2]);
  assert.deepEqual(problems, []);
});

test("a figure that is taken down asks for no further frame", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  await page.click("[data-action=toggle]");
  await frames(page, 2);
  await page.evaluate(() => {
    document.querySelector("downhill-figure").remove();
    dispatchEvent(new Event("resize"));
  });
  await page.setViewportSize({ width: 700, height: 500 });
  assert.equal(await frames(page, 5), 0);
  assert.deepEqual(problems, []);
});
