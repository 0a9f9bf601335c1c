// The hidden layers, edited above the diagram: by mouse, by touch and by the keyboard, and their place.
// What comes of it: crates/app/tests/all/layers.rs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { canvasProblems, frames, handle, href, laidOut, launch, layoutProblems, openPage, screenshot, sweep, usually } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const LARGE = { width: 1440, height: 900 };
const asked = (page) => handle(page, "(({ layers, activation }) => ({ layers, activation }))(figure.experiment())");

/** How each hand presses a button, types a number and chooses from a list. */
const HANDS = {
  mouse: { press: (page, it) => it.click() },
  touch: { press: (page, it) => it.tap() },
  keyboard: {
    async press(page, it) {
      await it.focus();
      await page.keyboard.press("Enter");
    },
  },
};

for (const [hand, { press }] of Object.entries(HANDS)) {
  usually(hand === "mouse")(`by ${hand}: units, activations and layers`, async () => {
    const viewport = hand === "touch" ? { width: 390, height: 844 } : LARGE;
    const { page, problems } = await openPage(browser, { viewport, hasTouch: hand === "touch", frames: true });
    if (hand === "touch") await page.tap("[data-tab=diagram]");
    await handle(page, 'figure.set("weight", "30")');
    await handle(page, "figure.step()");
    const button = (name) => page.getByRole("button", { name });
    await press(page, button("Layer 1: one unit more"));
    assert.deepEqual(await asked(page), { layers: [6], activation: "tanh" });
    assert.equal(await handle(page, "figure.snapshot().iteration"), 0, "it starts anew");
    assert.equal(await page.inputValue("#layers"), "6", "the field under More says the same");
    assert.match(await href(page), /layers=6/);
    await press(page, button("+ layer"));
    await press(page, button("+ layer"));
    await press(page, button("Layer 2: one unit fewer"));
    assert.deepEqual((await asked(page)).layers, [6, 5, 6]);
    await press(page, button("− layer"));
    assert.deepEqual((await asked(page)).layers, [6, 5]);
    assert.equal(await page.locator(".layer").count(), 2);
    const activation = page.getByLabel("Layer 2: activation");
    if (hand === "keyboard") {
      await activation.focus();
      await page.keyboard.type("relu");
    } else await activation.selectOption("relu");
    assert.deepEqual(await asked(page), { layers: [6, 5], activation: "tanh-relu" });
    assert.equal(await page.inputValue("#activation"), "tanh-relu");
    const units = page.getByLabel("Layer 1: units");
    await units.fill("3");
    await units.press("Enter");
    assert.deepEqual((await asked(page)).layers, [3, 5]);
    assert.equal(await page.inputValue("#weight"), "30", "the selected weight is one of these");
    await press(page, button("− layer"));
    await press(page, button("Layer 1: one unit fewer"));
    await press(page, button("Layer 1: one unit fewer"));
    assert.ok(Number(await page.inputValue("#weight")) < 10, "and stays in range");
    // What cannot be is said, and changes nothing.
    const fewer = button("Layer 1: one unit fewer");
    assert.equal(await fewer.getAttribute("aria-disabled"), "true");
    assert.match(await fewer.getAttribute("title"), /at least one unit/);
    await (hand === "keyboard" ? press(page, fewer) : hand === "touch" ? fewer.tap({ force: true }) : fewer.click({ force: true }));
    assert.match(await page.textContent("[data-problem]"), /at least one unit/);
    assert.deepEqual((await asked(page)).layers, [1]);
    await units.fill("lots");
    await units.press("Enter");
    assert.match(await page.textContent("[data-problem]"), /lots.*from 1 to 64/);
    assert.deepEqual((await asked(page)).layers, [1]);
    for (let undo = 0; undo < 3; undo++) await handle(page, "figure.undo()");
    assert.notDeepEqual((await asked(page)).layers, [1], "it can be undone");
    assert.deepEqual(problems, []);
  });
}

test("at the limits a button says why it does no more", async () => {
  const { page } = await openPage(browser, { path: "?scene=network&layers=64-1-1-1-1-1", viewport: LARGE });
  const more = page.getByRole("button", { name: "+ layer" });
  assert.equal(await more.getAttribute("title"), "A network here has up to 6 hidden layers.");
  const layer = page.locator(".layer").first();
  await layer.getByRole("textbox").focus();
  assert.equal(await layer.getByRole("button", { name: "one unit more" }).getAttribute("title"), "A layer here has up to 64 units.");
  await handle(page, 'figure.set("layers", "")');
  assert.equal(await page.locator(".layer").count(), 0);
  assert.match(await page.getByRole("button", { name: "− layer" }).getAttribute("title"), /no hidden layer left/);
});

for (const [width, height, theme] of [[1440, 900, "light"], [1920, 1080, "light"], [1024, 768, "light"]]) {
  sweep(`at ${width}×${height} each layer's controls stand above its column`, async () => {
    const { page, problems } = await openPage(browser, { path: `?scene=network&layers=&theme=${theme}`, viewport: { width, height }, frames: true });
    const stage = (await page.locator(".stage").boundingBox()).height;
    for (const layers of [1, 3, 6]) {
      const name = `${width} ${theme} ${layers}`;
      while ((await page.locator(".layer").count()) < layers) await page.getByRole("button", { name: "+ layer" }).click();
      await laidOut(page);
      const { marks } = await handle(page, 'figure.drawing("diagram")');
      const box = await page.locator("[data-view=diagram]").boundingBox();
      // A unit is a picture, or a disc where there is no room for one.
      const middle = ({ kind, sign, points: [from, to] }) =>
        kind === "image" ? (from[0] + to[0]) / 2 : kind === "circle" && sign === "muted" ? from[0] : undefined;
      const columns = [...new Set(marks.map(middle).filter((x) => x !== undefined).map(Math.round))];
      for (const [index, layer] of (await page.locator(".layer").all()).entries()) {
        const { x, width } = await layer.boundingBox();
        const column = columns.sort((a, b) => a - b)[index + 1];
        assert.ok(Math.abs(x + width / 2 - box.x - column) < 1.5, `${name}: layer ${index + 1} at ${x + width / 2 - box.x}, its column at ${column}`);
      }
      assert.deepEqual(await layoutProblems(page), [], name);
      const drawn = await page.evaluate(canvasProblems);
      assert.deepEqual(drawn.filter((problem) => problem.startsWith("diagram")), [], name);
      assert.equal((await page.locator(".stage").boundingBox()).height, stage, `${name}: the stage keeps its height`);
    }
    // Where there is no room, what is pointed at or has the focus is unfolded.
    await page.locator(".layer").nth(4).hover();
    await page.getByRole("button", { name: "Layer 5: one unit more" }).click();
    assert.equal((await asked(page)).layers[4], 6);
    const units = page.getByLabel("Layer 3: units");
    await units.focus();
    await page.keyboard.press("Tab");
    assert.match(await page.evaluate(() => focused().ariaLabel), /Layer 3: one unit more/);
    await page.keyboard.press("Enter");
    assert.equal((await asked(page)).layers[2], 6);
    await screenshot(page, `layers-${width}-${theme}`);
    assert.deepEqual(problems, []);
  });
}

sweep("on a phone a finger hits them, and six layers can be scrolled to", async () => {
  const { page } = await openPage(browser, { path: "?scene=network&layers=4-4-4-4-4-4", viewport: { width: 390, height: 844 }, hasTouch: true, frames: true });
  await page.tap("[data-tab=diagram]");
  await laidOut(page);
  assert.deepEqual(await layoutProblems(page), []);
  for (const it of await page.locator(".layers :is(button, input, select)").all()) {
    const { height } = await it.boundingBox();
    assert.ok(height >= 44, `${height}`);
  }
  const last = page.getByRole("button", { name: "Layer 6: one unit more" });
  await last.scrollIntoViewIfNeeded();
  await last.tap();
  assert.deepEqual((await asked(page)).layers, [4, 4, 4, 4, 4, 5]);
  const play = await page.locator("[data-action=toggle]").boundingBox();
  const diagram = await page.locator("[data-view=diagram]").boundingBox();
  assert.ok(diagram.height >= 200 && diagram.y + diagram.height <= 844 && play.y > 0, "the picture is in sight");
  await screenshot(page, "layers-phone");
});

sweep("a network so large that frames take longer says so by the bar", async () => {
  const { page } = await openPage(browser, { viewport: LARGE, frames: true });
  const said = page.locator("[data-note=budget]");
  assert.equal(await said.isVisible(), false);
  await handle(page, 'figure.set("layers", "64-64")');
  assert.match(await said.textContent(), /frames take longer/);
  assert.deepEqual(await layoutProblems(page), []);
  const inside = (selector) => ({ fromShadowDom: ["downhill-figure", selector] });
  const { violations } = await new AxeBuilder({ page }).include(inside(".layers")).include(inside("[data-view]")).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), []);
  await page.evaluate(() => document.querySelector("downhill-figure").figure.play());
  await frames(page, 2);
  assert.equal(await handle(page, "figure.snapshot().iteration"), 2, "it learns all the same");
});

for (const [hand, viewport] of [["touch", { width: 390, height: 844 }], ["keyboard", LARGE]]) {
  usually(hand === "keyboard")(`each hidden layer's space can be seen, by ${hand}`, async () => {
    const { page, problems } = await openPage(browser, { path: "?scene=network&layers=6-4&chart=hidden_space", viewport, hasTouch: hand === "touch", frames: true });
    if (hand === "touch") {
      await page.tap("[data-tab=chart]");
      await page.waitForFunction(() => document.querySelector("downhill-figure").figure.drawing("chart"), null, { polling: 20 });
    }
    const layers = page.locator("[data-key=hidden_layer]");
    assert.deepEqual(await layers.locator("option").allTextContents(), ["layer 1", "last layer"]);
    const texts = async () => (await handle(page, 'figure.drawing("chart")')).marks.map(({ text }) => text);
    assert.ok((await texts()).includes("distance from the straight border"));
    if (hand === "keyboard") {
      await layers.focus();
      await page.keyboard.press("ArrowUp");
    } else await layers.selectOption("1");
    assert.ok((await texts()).includes("where samples are scattered most"));
    assert.match(await page.textContent("[data-note=chart_note]"), /^Hidden layer 1 of 2:/);
    assert.match(await page.evaluate(() => location.search), /hidden_layer=1/);
    assert.deepEqual(await layoutProblems(page), []);
    await handle(page, 'figure.set("layers", "6")');
    assert.ok(await layers.isHidden(), "there is no choice among one");
    await handle(page, 'figure.set("hidden_layer", "x")').then(assert.fail, (error) => assert.match(String(error), /counted from 1, or last/));
    assert.deepEqual(problems, []);
  });
}
