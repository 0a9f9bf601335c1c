// How fast a run goes by, what ends it, and what to do where it cannot go on.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, laidOut, launch, openPage, screenshot, sentence, trace } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const PACE = ".pace [data-key=iterations_per_frame]";
const iteration = async (page) => (await handle(page, "figure.snapshot()")).iteration;

test("as fast as it can is more a frame, and the same states", async () => {
  const query = "?scene=network&batch_size=10";
  const { page, problems } = await openPage(browser, { path: query, frames: true });
  await page.selectOption(PACE, "max");
  assert.match(page.url(), /iterations_per_frame=max/);
  await page.click("[data-action=toggle]");
  let made = 0;
  while ((await iteration(page)) < 1500 && made < 400) made += await frames(page, 1);
  await page.click("[data-action=toggle]");
  const at = await iteration(page);
  assert.ok(at > 2 * made, `${at} iterations in ${made} frames`);
  const end = await handle(page, "figure.snapshot()");
  // The timeline leads to the states on the way, as they are natively.
  const native = trace(query.replace("scene=network&", ""), 1000);
  for (const place of [1000, 17, 512]) {
    await handle(page, `figure.seek(${place})`);
    assert.deepEqual((await handle(page, "figure.snapshot()")).parameters, native[place].parameters);
  }
  // What the history holds does not depend on the pace, either.
  await handle(page, `figure.seek(${at})`);
  const line = async (page) => {
    await laidOut(page);
    return (await handle(page, 'figure.drawing("chart")')).marks.find((it) => it.kind === "line" && it.sign === "ink" && it.points.length > 20);
  };
  const fast = await line(page);
  const slow = await openPage(browser, { path: query, frames: true });
  await handle(slow.page, '(figure.set("iterations_per_frame", "100"), figure.play())');
  await frames(slow.page, Math.floor(at / 100));
  await handle(slow.page, "figure.pause()");
  for (let rest = at % 100; rest > 0; rest--) await handle(slow.page, "figure.step()");
  assert.deepEqual(await handle(slow.page, "figure.snapshot()"), end);
  assert.deepEqual(await line(slow.page), fast);
  assert.deepEqual([...problems, ...slow.problems], []);
});

test("the page says how many iterations a second it makes, at full speed only", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&iterations_per_frame=max" });
  await page.click("[data-action=toggle]");
  await page.waitForFunction(() => /, [\d,]+ per second$/.test(shadow().querySelector("[data-time]").textContent), null, { timeout: 60_000 });
  await page.click("[data-action=toggle]");
  assert.doesNotMatch(await page.textContent("[data-time]"), /second/);
  await page.selectOption(PACE, "1");
  assert.doesNotMatch(page.url(), /iterations_per_frame/);
  await page.click("[data-action=toggle]");
  await page.waitForTimeout(1200);
  assert.doesNotMatch(await page.textContent("[data-time]"), /second/);
  assert.deepEqual(problems, []);
});

test("the speed is chosen by mouse, touch and keyboard", async () => {
  const { page } = await openPage(browser, { frames: true });
  assert.deepEqual(await page.locator(`${PACE} option`).allTextContents(), ["slow", "1", "10", "max"]);
  await page.focus(PACE);
  await page.keyboard.press("ArrowDown");
  await page.click("[data-action=toggle]");
  await frames(page, 3);
  assert.equal(await iteration(page), 30);
  const phone = await openPage(browser, { hasTouch: true, viewport: { width: 390, height: 844 }, frames: true });
  const box = await phone.page.locator(PACE).boundingBox();
  assert.ok(box.height >= 44 && box.width >= 44, `${box.width} × ${box.height}`);
  await phone.page.tap(PACE);
  await phone.page.selectOption(PACE, "0.1");
  await phone.page.tap("[data-action=toggle]");
  await frames(phone.page, 20);
  assert.equal(await iteration(phone.page), 2);
  // Any other number is kept, and offered.
  await handle(page, 'figure.set("iterations_per_frame", "3")');
  assert.equal(await page.inputValue(PACE), "3");
  await assert.rejects(handle(page, 'figure.set("iterations_per_frame", "fast")'), /from 0.01 to 100, or max/);
});

for (const [key, value, why] of [
  ["epochs", "3", /3 epochs are complete.*number of epochs/],
  ["target_loss", "0.3", /training loss is 0.3 or less.*target loss/],
  ["patience", "15", /no progress in 15 iterations.*patience/],
]) {
  test(`${key} stops a run at the same iteration at any speed, and it is said`, async () => {
    const more = key === "patience" ? "&learning_rate=1e-9" : "";
    const ends = [];
    for (const speed of ["1", "max"]) {
      const { page, problems } = await openPage(browser, { path: `?scene=network&batch_size=20${more}&iterations_per_frame=${speed}`, frames: true });
      await page.click("[data-action=more]");
      await page.fill(`[data-key=${key}]`, value);
      await page.keyboard.press("Enter");
      assert.match(page.url(), new RegExp(`${key}=${value}`));
      await page.click("[data-action=toggle]");
      await frames(page, 400);
      assert.equal(await frames(page, 3), 0, "it has stopped");
      ends.push((await handle(page, "figure.snapshot()")));
      assert.match(await sentence(page), why);
      assert.match(await page.textContent("[data-four] li:last-child"), /Stop/);
      // A step by hand goes on.
      const before = await iteration(page);
      await page.click("[data-action=step]");
      assert.equal(await iteration(page), before + 1);
      await page.fill(`[data-key=${key}]`, "-x");
      await page.keyboard.press("Enter");
      assert.match(await page.textContent("[data-problem]"), new RegExp(key));
      assert.deepEqual(problems, []);
    }
    assert.deepEqual(ends[0], ends[1]);
    assert.ok(ends[0].iteration > 0);
  });
}

for (const [name, path, width] of [
  ["a network", "?scene=network&learning_rate=5&cost=squared_error&activation=relu", 1280],
  ["a network, changed on the way", "?scene=network&cost=squared_error&activation=relu&learning_rate=0.01&edits=30:learning_rate:8", 1280],
  ["a ball on a curve", "?function=x^4&start=2&learning_rate=1", 1280],
  ["a ball on a curve, on a phone", "?function=x^4&start=2&learning_rate=1", 390],
]) {
  test(`${name} that flies off stops, and tries again with half the step size`, async () => {
    const phone = width < 500;
    const { page, problems } = await openPage(browser, { path, frames: true, hasTouch: phone, viewport: { width, height: 800 } });
    const button = page.locator("[data-action=halve]");
    assert.ok(await button.isHidden());
    await page.click("[data-action=toggle]");
    await frames(page, 200);
    assert.match(await sentence(page), /Stopped/);
    const state = await handle(page, "figure.state()");
    const at = await handle(page, "figure.snapshot()");
    assert.ok(Number.isFinite(at.train_loss ?? at.value), "it shows the last finite state");
    const rate = Number(state.controls.learning_rate);
    await screenshot(page, `halve-${width}-${state.scene.mode}`);
    if (phone) {
      const box = await button.boundingBox();
      assert.ok(box.height >= 44 && box.width >= 44);
      await button.tap();
    } else {
      await button.focus();
      await page.keyboard.press("Enter");
    }
    const now = await handle(page, "figure.state()");
    assert.equal(Number(now.controls.learning_rate), rate / 2);
    assert.equal(now.timeline.at, path.includes("edits") ? 30 : state.timeline.rose - 1);
    assert.ok(!now.playback.diverged && (await button.isHidden()));
    assert.equal(await page.evaluate(() => focused().dataset.action), "toggle", "play is at hand");
    await page.click("[data-action=undo]");
    const back = await handle(page, "figure.state()");
    assert.equal(Number(back.controls.learning_rate), rate);
    assert.deepEqual(await handle(page, "figure.snapshot()"), at);
    assert.deepEqual(problems, []);
  });
}

test("where no step size helps, none is offered", async () => {
  const { page } = await openPage(browser, { path: "?function=sqrt(x)&start=-1&domain=-2,2", frames: true });
  await handle(page, "figure.step()");
  assert.ok(await page.locator("[data-action=halve]").isHidden());
});
