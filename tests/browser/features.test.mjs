// Features: what the network is given of the data, by buttons and typed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, launch, layoutProblems, openPage, screenshot } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const feature = (formula) => `[data-feature="${formula}"]`;
const on = (page) =>
  page.locator("[data-feature][aria-pressed=true]").evaluateAll((all) => all.map((it) => it.textContent.replace("\u00a0", " ")));
const asked = (page) => new URL(page.url()).searchParams.get("features");

test("by mouse: the seven of two inputs, and back to the inputs as they are", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&data=circles", frames: true, viewport: { width: 1440, height: 900 } });
  await page.click("[data-action=more]");
  const labels = await page.locator("[data-feature]").allTextContents();
  assert.deepEqual(labels, ["x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin\u00a0x₁", "sin\u00a0x₂"]);
  assert.deepEqual(await on(page), ["x₁", "x₂"]);
  await handle(page, "figure.step()");
  await page.click(feature("x^2"));
  await page.click(feature("y^2"));
  assert.deepEqual(await on(page), ["x₁", "x₂", "x₁²", "x₂²"]);
  assert.equal(asked(page), "x;y;x^2;y^2");
  assert.equal(await page.inputValue("#features"), "x;y;x^2;y^2");
  assert.equal((await handle(page, "figure.snapshot()")).iteration, 0, "it starts anew");
  assert.equal((await handle(page, "figure.snapshot()")).parameters.length, 5 * (4 + 1) + 2 * (5 + 1));
  const drawn = (await handle(page, 'figure.drawing("diagram")')).marks.map((it) => it.text);
  for (const label of ["x₁", "x₂", "x₁²", "x₂²"]) assert.ok(drawn.includes(label), label);
  assert.deepEqual(await layoutProblems(page), []);
  await screenshot(page, "features-1440");

  await page.click(feature("x^2"));
  await page.click(feature("y^2"));
  assert.equal(asked(page), null, "the inputs as they are");
  await page.click("[data-action=undo]");
  assert.equal(asked(page), "x;y;y^2");

  // The last one stays.
  for (const formula of ["x", "y"]) await page.click(feature(formula));
  const before = await handle(page, "figure.snapshot()");
  await page.click(feature("y^2"));
  assert.match(await page.textContent("[data-problem]"), /at least one input/);
  assert.deepEqual(await handle(page, "figure.snapshot()"), before);
  assert.deepEqual(await on(page), ["x₂²"]);
  assert.deepEqual(problems, []);
});

test("typed, by keyboard; what cannot be is said and changes nothing", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&data=penguins", frames: true });
  await page.focus("[data-action=more]");
  await page.keyboard.press("Enter");
  await page.focus(feature("x*y"));
  await page.keyboard.press("Space");
  assert.deepEqual(await on(page), ["x", "y", "xy"]);
  const type = async (text) => {
    await page.fill("#features", text);
    await page.keyboard.press("Enter");
  };
  await type("ln(x); y; x*y");
  assert.equal(asked(page), "ln(x);y;x*y");
  assert.deepEqual(await on(page), ["y", "xy"]);
  await handle(page, "figure.step()");
  const before = await handle(page, "figure.snapshot()");
  for (const [text, said] of [
    ["sqrt(40 - x)", /sqrt\(40 - x\)” has no value at row \d+ \(x = /],
    ["sin(", /Feature “sin\(”: At character/],
    [Array(13).fill("x").join(";"), /up to 12 formulas/],
  ]) {
    await type(text);
    assert.match(await page.textContent("[data-problem]"), said);
    assert.equal(await page.inputValue("#features"), text, "to be put right");
    assert.deepEqual(await handle(page, "figure.snapshot()"), before);
  }
  // A typed one stays when another is toggled.
  await type("ln(x);y");
  await page.click(feature("x^2"));
  assert.equal(asked(page), "y;x^2;ln(x)");
  // The axes say what x and y are.
  const texts = (await handle(page, 'figure.drawing("boundary")')).marks.map((it) => it.text);
  assert.ok(texts.includes("x: bill length (mm)"), texts.join("|"));
  await type("");
  assert.equal(asked(page), null);
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

test("of one input; other data keep what suits them; four inputs have none", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&data=petals&cost=squared_error", frames: true });
  await page.click("[data-action=more]");
  assert.deepEqual(await page.locator("[data-feature]").allTextContents(), ["x", "x²", "x³", "sin\u00a0x", "cos\u00a0x"]);
  await page.click(feature("x^2"));
  const { marks } = await handle(page, 'figure.drawing("boundary")');
  assert.ok(marks.some((it) => it.text === "x: petal length (cm)"), "it is still the fit over the input");
  await page.selectOption("#data", "circles");
  assert.equal(asked(page), "x;x^2");
  await page.selectOption("#data", "iris");
  assert.equal(asked(page), null);
  assert.equal(await page.locator("[data-feature]").count(), 0);
  await page.fill("#features", "x^2");
  await page.keyboard.press("Enter");
  assert.match(await page.textContent("[data-problem]"), /one or two inputs, and these have 4/);
  assert.deepEqual(problems, []);

  const wrong = await openPage(browser, { path: "?scene=network&data=iris&features=x", frames: true });
  assert.match(await wrong.page.textContent("[data-problem]"), /one or two inputs/);
  await handle(wrong.page, "figure.step()");
  assert.equal((await handle(wrong.page, "figure.snapshot()")).iteration, 1, "the rest of it is there");
});

test("where a feature has no value the plane is empty, and drawing is steady", async () => {
  // All bills are longer than 32 mm; left of it, in the margin, sqrt has no value.
  const { page, problems } = await openPage(browser, { path: "?scene=network&data=penguins&features=sqrt(x-32);y&chart=hidden_space", frames: true });
  await page.click("[data-action=toggle]");
  await frames(page, 30);
  await page.click("[data-action=toggle]");
  const { marks } = await handle(page, 'figure.drawing("boundary")');
  assert.ok(marks.every((it) => (it.points ?? []).flat().every(Number.isFinite)));
  assert.ok(await handle(page, "figure.snapshot().iteration") > 0);
  await screenshot(page, "features-holes");
  assert.deepEqual(problems, []);
});

test("with other inputs no weight is held, and none is set by hand", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&data=circles", frames: true });
  await handle(page, '(figure.set("weight_value", "2"), figure.set("freeze", "true"))');
  assert.deepEqual((await handle(page, "figure.experiment()")).frozen, [6]);
  await handle(page, 'figure.toggleFeature("x^2")');
  const { features, frozen, edits } = await handle(page, "figure.experiment()");
  assert.deepEqual({ features, frozen, edits }, { features: "x;y;x^2", frozen: [], edits: [] });
  assert.deepEqual(problems, []);
});
