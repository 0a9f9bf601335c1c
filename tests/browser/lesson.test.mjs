// The lesson: its scenes, the four steps, time back and forth, undo, by the page's own controls. Its
// numbers, marks and addresses: crates/app/tests/all/lesson.rs.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { after, before, test } from "node:test";
import { canvasProblems, frames, handle, laidOut, launch, layoutProblems, openPage, place, screenshot, sentence, sweep, usually } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const snapshot = (page) => handle(page, "figure.snapshot()");
const WELL = "?function=double_well&start=2&learning_rate=0.01";

sweep("the timeline is scrubbed by mouse and keys, and leads to where the loss rose", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=double_well&start=1.5&learning_rate=0.25", frames: true });
  const straight = [await snapshot(page)];
  for (let step = 0; step < 6; step++) {
    await page.click("[data-action=step]");
    straight.push(await snapshot(page));
  }
  const slider = page.locator("[data-timeline]");
  assert.equal(await slider.getAttribute("max"), "6");
  for (const to of [2, 5, 0, 6, 3]) {
    await slider.fill(String(to));
    assert.deepEqual(await snapshot(page), straight[to], `step ${to}`);
    assert.match(await page.textContent("[data-time]"), new RegExp(` ${to} of 6$`));
  }
  await slider.focus();
  await page.keyboard.press("Home");
  assert.deepEqual(await snapshot(page), straight[0]);
  await page.keyboard.press("End");
  await page.keyboard.press(",");
  assert.deepEqual(await snapshot(page), straight[5]);
  await page.keyboard.press(".");
  assert.deepEqual(await snapshot(page), straight[6]);
  await slider.focus();
  await page.keyboard.press("Home");
  assert.ok(await page.isDisabled("[data-action=stepBack]"));
  await page.keyboard.press("End");
  assert.deepEqual(await snapshot(page), straight[6]);
  assert.ok(await page.isVisible("[data-action=toRose]"), "so large a step climbs");
  await page.click("[data-action=toRose]");
  const rose = await snapshot(page);
  assert.ok(rose.value > straight[rose.iteration - 1].value, "there it is higher up than before");
  assert.deepEqual(problems, []);
});

test("the last change of any control is taken back, with the moment it was made in", async () => {
  const { page, problems } = await openPage(browser, { path: WELL, frames: true });
  assert.ok(await page.isDisabled("[data-action=undo]"));
  for (let step = 0; step < 5; step++) await handle(page, "figure.step()");
  const before = [await snapshot(page), await handle(page, "figure.experiment()")];
  await page.selectOption("#theme", "dark");
  await page.focus("[data-slider=learning_rate]");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.focus("[data-view=curve]");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  assert.equal((await snapshot(page)).iteration, 0);
  await page.keyboard.press("Control+z");
  assert.equal((await handle(page, "figure.experiment()")).edits.length, 1);
  await page.click("[data-action=undo]");
  assert.deepEqual([await snapshot(page), await handle(page, "figure.experiment()")], before);
  assert.equal(await page.inputValue("#theme"), "dark");
  await page.click("[data-action=undo]");
  assert.equal(await page.inputValue("#theme"), "auto");
  assert.ok(await page.isDisabled("[data-action=undo]"));
  assert.deepEqual(problems, []);
});

test("each scene is reached by its button, and a free change keeps it", async () => {
  const { page, problems } = await openPage(browser, { path: "", frames: true });
  for (const scene of ["gradient", "descent", "neuron", "network", "derivative"]) {
    await page.click(`[data-scene=${scene}]`);
    assert.equal(await page.getAttribute(`[data-scene=${scene}][aria-pressed]`, "aria-pressed"), "true");
    assert.equal(await handle(page, "figure.state().scene.id"), scene);
  }
  await page.click("[data-action=more]");
  await page.selectOption("[data-functions]", "wavy");
  assert.equal(await handle(page, "figure.state().scene.id"), "derivative");
  assert.deepEqual(problems, []);
});

/** Where a snapshot's ball is, on a function or over weight and bias. */
const at = ({ x, parameters }) => x ?? parameters;

const HANDS = {
  async mouse(page, view, y) {
    const [from] = at(await snapshot(page));
    const [a, b] = [await place(page, view, from, y), await place(page, view, 1.2, y)];
    await page.mouse.move(a.x, a.y);
    await page.mouse.down();
    await page.mouse.move(b.x, b.y, { steps: 5 });
    await page.mouse.up();
  },
  async touch(page, view, y) {
    const { x, y: top } = await place(page, view, 1.2, y);
    await page.touchscreen.tap(x, top);
  },
  async keyboard(page, view) {
    await page.focus(`[data-view=${view}]`);
    for (let press = 0; press < 400; press++) {
      const [x] = at(await snapshot(page));
      if (x === 1.2) return;
      const far = Math.abs(x - 1.2) > 0.105;
      await page.keyboard.press(`${far ? "" : "Shift+"}${x < 1.2 ? "ArrowRight" : "ArrowLeft"}`);
    }
  },
};

const cell = (page, key) => page.locator(`[data-figures] [data-number=${key}] dd`).getAttribute("data-value").then(Number);

for (const [scene, view, y, numbers] of [
  ["derivative", "curve", 2, ["x", "height", "slope"]],
  ["gradient", "map", 2, ["x", "height", "slope_x"]],
  ["neuron", "map", 0.5, ["neuron_weight", "cost", "slope_weight"]],
]) {
  usually(scene === "derivative")(`${scene}: by mouse, touch and keyboard the ball comes to 1.20, and the numbers are shown`, async () => {
    const { page, problems } = await openPage(browser, { path: `?scene=${scene}`, hasTouch: true, frames: true });
    if (scene === "neuron") {
      await page.click("button[data-landscape=map]:visible");
      await page.click("button[data-drawer=numbers]");
    }
    for (const [hand, bring] of Object.entries(HANDS)) {
      await bring(page, view, y);
      const now = await snapshot(page);
      assert.equal(at(now)[0], 1.2, hand);
      const shown = await Promise.all(numbers.map((key) => cell(page, key)));
      assert.deepEqual(shown, [1.2, now.value ?? now.batch_loss, now.gradient[0]], hand);
      assert.match(await sentence(page), /1\.20/, hand);
      // From where it was, by the next hand.
      await page.click("[data-action=undo]");
      assert.notEqual(at(await snapshot(page))[0], 1.2);
    }
    if (scene === "neuron") {
      await page.getByRole("slider", { name: "weight", exact: true }).focus();
      const [before] = at(await snapshot(page));
      await page.keyboard.press("ArrowRight");
      assert.ok(Math.abs(at(await snapshot(page))[0] - before - 0.01) < 1e-9, "by its slider, too");
      assert.deepEqual(await page.locator("#data option").allTextContents(), ["nebulae", "petals", "sunspots", "co2"]);
      for (const text of ["What you choose", "What the machine finds", "The neuron’s line"]) assert.ok(await page.getByText(text, { exact: true }).isVisible(), text);
    }
    assert.deepEqual(problems, []);
  });
}

test("the four steps light one after the other, and the epoch fills up", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&batch_size=25&iterations=2", frames: true });
  const four = () => page.locator("[data-four] li").evaluateAll((all) => all.map((it) => ({
    lit: it.ariaCurrent === "step",
    values: JSON.parse(it.dataset.values),
    line: it.querySelector("code").textContent,
  })));
  const bar = () => page.locator("[data-visits]").evaluate((it) => [it.clientWidth, ...["--seen", "--soon"].map((name) => Number(it.style.getPropertyValue(name)))]);
  for (let step = 0; step < 2; step++) {
    const { parameters, gradient, next } = await snapshot(page);
    for (let part = 0; part < 4; part++) {
      // A network's first part has stages of its own: two layers forward, the cost, and back.
      for (let stage = 0; part === 0 && stage < 5; stage++) await page.click("[data-action=part]");
      const steps = await four();
      const made = part === 3 ? step + 1 : step;
      assert.deepEqual(steps.map((it) => it.lit), [0, 1, 2, 3].map((it) => it === part), `step ${step}, part ${part}`);
      assert.deepEqual(steps.map((it) => it.values), [gradient, gradient.map((slope) => -slope), next, [made]]);
      assert.deepEqual((await snapshot(page)).parameters, part === 3 ? next : parameters);
      assert.equal(steps[3].line, `epoch 1: ${25 * made} of 240 samples seen`);
      const [width, seen, soon] = await bar();
      assert.ok(width > 100);
      assert.deepEqual([seen, soon], [(25 * made) / 240, (25 * (made + 1)) / 240]);
      await page.click("[data-action=part]");
    }
  }
  assert.match(await page.textContent("[data-four]"), /Stop: all 2 steps are made/);
  assert.deepEqual(problems, []);
});

test("with less motion asked for, play is one step, and the page says so", async () => {
  const { page } = await openPage(browser, { path: "", reducedMotion: "reduce", frames: true });
  assert.ok(await page.isVisible(".reduced"));
  await page.click("[data-action=toggle]");
  await frames(page, 20);
  assert.equal((await snapshot(page)).iteration, 1);
});

for (const [name, [width, height]] of Object.entries({ laptop: [1440, 900], projector: [1920, 1080], phone: [390, 844] })) {
  usually(name !== "projector")(`at ${width}×${height} each scene has its place`, async () => {
    const { page } = await openPage(browser, { path: "?scene=derivative&secant=0.5", viewport: { width, height }, frames: true });
    for (const scene of ["derivative", "gradient", "descent", "neuron", "network"]) {
      if (scene !== "derivative") await handle(page, `figure.set("scene", "${scene}")`);
      if (scene === "network") await handle(page, 'figure.set("batch_size", "10")');
      for (let step = 0; step < 4; step++) await page.click("[data-action=step]");
      await laidOut(page);
      assert.deepEqual(await layoutProblems(page), [], scene);
      assert.deepEqual(await page.evaluate(canvasProblems), [], scene);
      await screenshot(page, `scene-${scene}-${name}`);
      const bar = await page.locator("[data-action=toggle]").boundingBox();
      assert.ok(bar.y + bar.height <= height, `${scene}: play is in sight`);
    }
  });
}

sweep("on the projector all four steps are in sight, at the start and later", async () => {
  const { page } = await openPage(browser, { path: "?scene=descent&theme=projector", viewport: { width: 1920, height: 1080 }, frames: true });
  for (const [key, value] of [["scene", "descent"], ["function", "himmelblau"], ["basins", "true"], ["scene", "neuron"], ["scene", "network"]]) {
    await handle(page, `figure.set("${key}", "${value}")`);
    for (let step = 0; step < 12; step += 6) {
      await laidOut(page);
      const cut = await page.evaluate(() => {
        const last = shadow().querySelector(".four li:last-child");
        return last.getBoundingClientRect().bottom - last.closest(".facts").getBoundingClientRect().bottom;
      });
      assert.ok(cut <= 0, `${value}, after ${step} steps: ${cut} px too low`);
      await handle(page, "Array.from({ length: 6 }, () => figure.step()).length");
    }
  }
});

test("every control and every coloured word in sight says in a sentence what it is", async () => {
  const { page } = await openPage(browser, { path: "?scene=derivative", frames: true });
  await page.click("[data-action=more]");
  for (const scene of ["derivative", "gradient", "descent", "neuron", "network"]) {
    await page.click(`[data-scene=${scene}]`);
    if (scene === "network") await handle(page, 'figure.set("batch_size", "10")');
    await laidOut(page);
    const controls = page.locator(".bar :is(button, input, select):visible, .head select:visible, [data-enlarge]:visible, [data-turn]:visible");
    const silent = await controls.evaluateAll((all) => all.filter((it) => !it.closest("[title]")?.title).map((it) => it.outerHTML));
    assert.deepEqual(silent, [], scene);
    const mute = await page.locator("[data-key]:visible").evaluateAll((all) => all.filter((it) => !it.getAttribute("aria-description")).map((it) => it.outerHTML));
    assert.deepEqual(mute, [], scene);
    const words = page.locator(":is([data-sentence], [data-cycle], [data-four], [data-figures], [data-note=visits]) .sign:not(.warning):visible");
    assert.ok((await words.count()) > 2, scene);
    assert.deepEqual(await words.evaluateAll((all) => all.filter((it) => !it.title).map((it) => it.outerHTML)), [], scene);
  }
});

// The network's is asked in layout.test.mjs.
for (const scene of ["derivative", "gradient", "descent", "neuron"]) {
  usually(scene === "derivative")(`${scene}: axe finds no fault`, async () => {
    const { page } = await openPage(browser, { path: `?scene=${scene}`, frames: true });
    await page.click("[data-action=more]");
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], scene);
  });
}
