// A function is typed: its field, its mistakes, its derivative written out, and their layout. The
// pictures and the words of sixty formulas and sixty mistakes: crates/app/tests/all/formula.rs.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { after, before, test } from "node:test";
import { frames, handle, href, laidOut, launch, layoutProblems, openPage, screenshot, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** Puts a text into the field as pasting does. */
async function enter(page, text) {
  await page.focus("#function");
  await page.keyboard.press("ControlOrMeta+A");
  if (text) await page.keyboard.insertText(text);
  else await page.keyboard.press("Delete");
}

test("what is wrong is marked, said and waits to be put right, and the experiment stays", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=square&start=3&learning_rate=0.1", frames: true });
  await enter(page, "  x^2-3x  ");
  await page.keyboard.press("Enter");
  assert.ok(await page.isHidden("[data-function-problem]"));
  assert.ok(await page.isHidden("[data-problem]"));
  assert.equal(new URL(await href(page)).searchParams.get("function"), "x^2-3x");
  await page.click("[data-action=step]");
  const [before, address] = [await handle(page, "figure.snapshot()"), await href(page)];
  const mistakes = [
    ["", " ", /Type a formula/],
    ["x +", " ", /missing at the end/],
    ["x + 1)", ")", /never opened/],
    ["(".repeat(200) + "x" + ")".repeat(200), "(", /nested too deeply/],
    ["х^2", "х", /another script/],
    ["<script>alert(1)</script>", "<", /Before this comparison/],
    ["x 😀", "😀", /means nothing/],
  ];
  for (const [text, marked, words] of mistakes) {
    const name = text.slice(0, 40);
    await enter(page, text);
    assert.match(await page.textContent("[data-function-problem]"), words, name);
    assert.equal((await page.textContent("[data-mark] u")).replace("\u2007", " "), marked, name);
    assert.equal(await page.getAttribute("#function", "aria-invalid"), "true");
    await frames(page, 2);
    await page.keyboard.press("Enter");
    assert.deepEqual(await handle(page, "figure.snapshot()"), before, name);
    assert.equal(await href(page), address, name);
    assert.equal(await page.inputValue("#function"), text, name);
  }
  await page.click("[data-action=step]");
  assert.equal(await page.inputValue("#function"), mistakes.at(-1)[0], "what is wrong waits to be put right");
  assert.equal((await handle(page, "figure.snapshot()")).iteration, 2);
  await page.focus("#function");
  await page.keyboard.press("Escape");
  assert.equal(await page.inputValue("#function"), "x^2-3x");
  assert.ok(await page.isHidden("[data-function-problem]"));
  assert.deepEqual(problems, []);
});

test("the stroke is under the wrong character, and the words are below the field", async () => {
  const { page } = await openPage(browser, { path: "?function=square", frames: true });
  await enter(page, "x^2 + sim(x)");
  const [field, mark, words] = [await page.locator("#function").boundingBox(), await page.locator("[data-mark] u").boundingBox(), await page.locator("[data-function-problem]").boundingBox()];
  const width = await page.evaluate(() => {
    const [text, style] = [document.createElement("span"), getComputedStyle(shadow().querySelector("#function"))];
    text.textContent = "x^2 + ";
    Object.assign(text.style, { whiteSpace: "pre", fontFamily: style.fontFamily, fontSize: style.fontSize });
    document.body.append(text);
    return text.getBoundingClientRect().width + parseFloat(style.paddingLeft) + parseFloat(style.borderLeftWidth);
  });
  assert.ok(Math.abs(mark.x - field.x - width) < 1.5, `${mark.x - field.x}, not ${width}`);
  assert.ok(mark.y > field.y && mark.y + mark.height < field.y + field.height);
  assert.ok(words.y >= field.y + field.height && words.y < field.y + field.height + 12);
});

test("what is typed is seen at once, and the address waits until one has done", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=square&start=3", frames: true });
  const address = await href(page);
  await page.focus("#function");
  await page.keyboard.press("End");
  await page.keyboard.type(" + y^2");
  await frames(page, 1);
  assert.equal(await handle(page, "figure.state().scene.mode"), "plane");
  assert.equal(await href(page), address);
  assert.equal(await page.inputValue("#function"), "x^2 + y^2");
  await page.keyboard.press("Tab");
  assert.match(await href(page), /function=x%5E2\+%2B\+y%5E2&start=/);
  assert.equal(await page.inputValue("[data-functions]"), "");
  assert.equal(await page.locator("[data-functions] option:checked").textContent(), "your own");
  assert.deepEqual(problems, []);
});

test("function and derivative are written out, and how it comes about", async () => {
  const { page } = await openPage(browser, { path: "?function=x%5E2%2Bsin(3x)", frames: true });
  const written = async (selector) => (await page.locator(selector).allTextContents()).map((text) => text.replace(/[\u2061\u2062]/g, ""));
  assert.deepEqual(await written("[data-equations] math"), ["f(x)=x2+sin(3x)", "f′(x)=2x+3cos(3x)"]);
  assert.equal(await page.locator("[data-equations] math").first().evaluate((it) => it.namespaceURI), "http://www.w3.org/1998/Math/MathML");
  await page.click("[data-derivation]");
  const rules = await page.locator("[data-steps] li span").allTextContents();
  assert.deepEqual(rules.map((rule) => rule.split(":")[0]), ["Sum", "Power", "Chain", "Constant factor"]);
  assert.equal((await written("[data-steps] li math"))[2], "(sin(3x))′=cos(3x)(3x)′");
  await enter(page, "x^2 y^3");
  await page.keyboard.press("Enter");
  assert.deepEqual(await written("[data-equations] math"), ["f(x,y)=x2y3", "∂f∂x=2xy3", "∂f∂y=3x2y2"]);
  assert.equal(await page.locator("[data-steps] section").count(), 2);
  await enter(page, [...Array(25).keys()].map((index) => `(x+${index + 1})`).join(""));
  await page.keyboard.press("Enter");
  assert.match(await page.textContent("[data-equations]"), /too long to be written here; the picture is exact/);
});

test("what is written out is written when it comes in sight", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  const written = async () => (await page.locator("[data-equations] math").allTextContents()).map((text) => text.replace(/[\u2061\u2062]/g, ""));
  const scene = (id) => page.click(`[data-scenes] [data-scene=${id}]`);
  assert.deepEqual(await written(), []);
  await scene("descent");
  assert.deepEqual(await written(), ["f(x)=x4−3x2+x", "f′(x)=4x3−6x+1"]);
  assert.equal(await page.locator("[data-steps] section").count(), 1);
  await handle(page, 'figure.set("numbers", "true")');
  assert.match((await written())[1], /−6\(1\.900\)/);
  // Out of sight the field follows alone.
  await scene("derivative");
  await handle(page, '(figure.set("function", "x^2"), figure.set("numbers", "false"))');
  assert.equal(await page.inputValue("#function"), "x^2");
  assert.match((await written())[1], /−6\(1\.900\)/);
  await scene("descent");
  assert.deepEqual(await written(), ["f(x)=x4−3x2+x", "f′(x)=4x3−6x+1"]);
  assert.equal(await page.inputValue("#function"), "x^4 - 3x^2 + x");
  assert.deepEqual(problems, []);
});

sweep("marked places are listed, and what is in sight and the bowl's condition number are typed", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=double_well&start=2", frames: true });
  assert.match(await page.textContent("[data-note=spots_note]"), /Searching/);
  await frames(page, 400);
  assert.match(await page.textContent("[data-spots]"), /lowest found in the picture\s*−1\.301−3\.514.*local \(partial\) minimum.*top/s);
  assert.ok(await page.isHidden("#condition_number"));
  await page.click("[data-action=more]");
  const [low, high] = await page.locator("[data-domain] input:visible").all();
  assert.equal(await low.inputValue(), "-2.5");
  await low.fill("0");
  await low.press("Enter");
  assert.match(await href(page), /domain=0%2C2.5/);
  await high.fill("-1");
  await high.press("Enter");
  assert.match(await page.textContent("[data-problem]"), /lowest and the highest x/);
  assert.equal(await high.inputValue(), "2.5");
  await page.selectOption("[data-functions]", "bowl");
  assert.equal(await page.locator("[data-domain] input:visible").count(), 4);
  await page.fill("#condition_number", "50");
  await page.press("#condition_number", "Enter");
  assert.equal(await page.inputValue("#function"), "x^2 + 50y^2");
  assert.equal(await page.inputValue("[data-functions]"), "bowl");
  assert.deepEqual(problems, []);
});

for (const [name, [width, height]] of Object.entries({ laptop: [1440, 900], projector: [1920, 1080], phone: [390, 844] })) {
  sweep(`at ${width}×${height} formulas and their mistakes have their place, and axe finds no fault`, async () => {
    const { page, problems } = await openPage(browser, { path: "?function=square", viewport: { width, height } });
    const stage = await page.locator(".stage").boundingBox();
    for (const [id, text] of Object.entries({ waves: "x^2 + sin(3x)", pole: "1/x", mistake: "x^2 + sim(3x)", plane: "x^2 y - sin(x + y)" })) {
      await enter(page, text);
      await laidOut(page);
      if (id !== "mistake") await page.keyboard.press("Enter");
      await page.locator("[data-note=spots_note]", { hasText: "earched" }).waitFor({ state: "attached" });
      await laidOut(page);
      assert.deepEqual(await layoutProblems(page), [], text);
      if (id !== "plane" && width > 900) assert.deepEqual(await page.locator(".stage").boundingBox(), stage, "nothing jumps");
      await screenshot(page, `formula-${id}-${name}`, { fullPage: width < 900 });
    }
    await page.click("[data-derivation]");
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), []);
    await enter(page, "x^2 + sim(3x)");
    const { violations: others } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(others.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], "a mistake");
    await screenshot(page, `formula-steps-${name}`);
    assert.deepEqual(problems, []);
  });
}

sweep("Himmelblau's three formulas are in sight", async () => {
  const { page } = await openPage(browser, { path: "?scene=descent&function=himmelblau", frames: true });
  for (const [width, height, theme] of [[1920, 1080, "projector"], [1440, 900, "projector"], [1440, 900, "light"], [390, 844, "light"]]) {
    await page.setViewportSize({ width, height });
    await handle(page, `figure.set("theme", "${theme}")`);
    await laidOut(page);
    const [needed, there, size] = await page.evaluate(() => {
      const place = shadow().querySelector("[data-equations]");
      return [place.scrollWidth, place.clientWidth, parseFloat(getComputedStyle(place).fontSize)];
    });
    assert.ok(needed <= there + 1, `${width} ${theme}: ${needed} in ${there} px`);
    assert.ok(size >= 14, `${width} ${theme}: written at ${size} px`);
  }
});
