// Back propagation under the microscope: a weight, a sample and a step's stages by mouse, touch and
// keyboard, and their layout. The numbers: crates/app/tests/all/microscope.rs.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { canvasProblems, handle, href, laidOut, launch, layoutProblems, openPage, sentence, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** The middles of the marks of a kind in a view, and half their widths. */
const middles = async (page, view, kinds, sign) => {
  const { marks } = await handle(page, `figure.drawing("${view}")`);
  return marks.filter((it) => kinds.includes(it.kind) && sign.test(it.sign)).map(({ points }) => {
    const ends = [0, 1].map((axis) => points.map((at) => at[axis])).map((all) => [Math.min(...all), Math.max(...all)]);
    return { at: ends.map(([low, high]) => (low + high) / 2), edge: (ends[0][1] - ends[0][0]) / 2 };
  });
};

/** Chooses a weight of the first layer in the diagram, and a sample among the answers. */
async function point(page, tap, weight, sample) {
  await laidOut(page);
  // On the weight's line, from its input to its unit, where no other crosses it.
  const box = await page.locator("[data-view=diagram]").boundingBox();
  const units = await middles(page, "diagram", ["image"], /^/);
  assert.equal(units.length, 10);
  const [input, unit] = [units[weight % 2], units[2 + Math.floor(weight / 2)]];
  const [from, to] = [[input.at[0] + input.edge, input.at[1]], [unit.at[0] - unit.edge, unit.at[1]]];
  await tap(box.x + from[0] + 0.62 * (to[0] - from[0]), box.y + from[1] + 0.62 * (to[1] - from[1]));
  const samples = await middles(page, "boundary", ["circle", "polygon"], /^class/);
  const picture = await page.locator("[data-view=boundary]").boundingBox();
  const { at } = samples[sample - 1];
  await tap(picture.x + at[0], picture.y + at[1]);
}

/** Chooses them by the keyboard. */
async function type(page, weight, sample) {
  await page.focus("[data-view=diagram]");
  for (let now; (now = Number(await page.inputValue("select#weight"))) !== weight; ) {
    await page.keyboard.press(now < weight ? "ArrowRight" : "ArrowLeft");
  }
  await page.fill("#sample", String(sample));
  await page.press("#sample", "Enter");
}

sweep("by mouse, touch and keyboard: a weight, a sample, and a step stage by stage", async () => {
  const path = "?scene=network&l2=0.01&optimizer=momentum&learning_rate=0.1";
  const { page, problems } = await openPage(browser, { path, hasTouch: true, viewport: { width: 1440, height: 900 }, frames: true });
  const part = "[data-action=part]";
  const hands = {
    mouse: [() => point(page, (x, y) => page.mouse.click(x, y), 7, 17), () => page.click(part)],
    touch: [() => point(page, (x, y) => page.touchscreen.tap(x, y), 7, 17), () => page.tap(part)],
    keyboard: [() => type(page, 7, 17), () => page.focus(part).then(() => page.keyboard.press("Enter"))],
  };
  for (const [hand, [choose, press]] of Object.entries(hands)) {
    await choose();
    assert.equal(await page.inputValue("select#weight"), "7", hand);
    assert.equal(await page.inputValue("#sample"), "17", hand);
    assert.match(await href(page), /sample=17/);
    const seen = [];
    for (let stage = 0; stage < 5; stage++) {
      await press();
      seen.push((await sentence(page)).split(/[,:]/)[0]);
    }
    assert.deepEqual(seen, ["Forward", "Forward", "The cost", "Back", "Back"], hand);
    for (let rest = 0; rest < 3; rest++) await press();
    // The table has all digits of what is told.
    const table = await page.locator("[data-chain] tr").evaluateAll((rows) => rows.map((row) => [row.dataset.chain, Number(row.cells[1].dataset.value)]));
    const rows = await handle(page, "figure.state().chain_rule.rows.map(({ key, value }) => [key, value])");
    assert.deepEqual(table, rows, hand);
    assert.equal((await handle(page, "figure.snapshot()")).iteration, 1);
    // Back to the start; another weight, and all samples.
    await page.click("[data-action=reset]");
    await handle(page, '(figure.set("weight", "0"), figure.set("sample", ""))');
  }
  assert.deepEqual(problems, []);
});

sweep("a sample that the step does not have is refused in a sentence, and the run is kept", async () => {
  const { page } = await openPage(browser, { path: "?scene=network&batch_size=10&sample=11", frames: true });
  assert.match(await page.textContent("[data-problem]"), /This step has 10 samples/);
  assert.equal(await page.inputValue("#sample"), "");
  await page.click("button[data-drawer=four_steps]");
  const type = async (text) => {
    await page.fill("#sample", text);
    await page.press("#sample", "Enter");
  };
  await type("3");
  await type("12");
  assert.match(await page.textContent("[data-problem]"), /choose one from 1 to 10/);
  assert.match(await page.textContent("[data-chain] caption"), /, 3 of 10 /);
});

for (const [width, height, theme] of [[1440, 900, "light"], [1920, 1080, "projector"], [390, 844, "light"]]) {
  sweep(`at ${width}×${height}, ${theme}, a stage and the chain rule are in sight and nothing overlaps`, async () => {
    const path = `?scene=network&theme=${theme}&sample=3&l2=0.01&dropout=0.2`;
    const { page, problems } = await openPage(browser, { path, viewport: { width, height }, hasTouch: width < 900, frames: true });
    const stage = () => page.locator(".stage").boundingBox();
    await page.click("[data-action=part]");
    const before = await stage();
    for (let part = 1; part < 5; part++) {
      await page.click("[data-action=part]");
      assert.deepEqual(await stage(), before, "the stage stays where it is");
      assert.deepEqual(await layoutProblems(page), []);
      assert.deepEqual(await page.evaluate(canvasProblems), []);
    }
    if (width < 900) await page.click("[data-tab=facts]");
    const gradient = await page.locator("[data-chain=chain_gradient]").boundingBox();
    const facts = await page.locator(".facts").boundingBox();
    assert.ok(gradient.y + gradient.height <= facts.y + facts.height, "without scrolling");
    assert.deepEqual(await layoutProblems(page), []);
    assert.deepEqual(problems, []);
  });
}
