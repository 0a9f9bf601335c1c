// A function is typed: the right picture, or clear words at the right place.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { after, before, test } from "node:test";
import { frames, handle, laidOut, launch, layoutProblems, openPage, screenshot, sentence } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const { abs, acos, acosh, asin, asinh, atan, atanh, cbrt, ceil, cos, cosh, E, exp, floor } = Math;
const { log, log10, log2, max, min, PI, sign, sin, sinh, sqrt, tan, tanh } = Math;
const sigmoid = (u) => 1 / (1 + exp(-u));
const step = (u) => (u > 0 ? 1 : u < 0 ? 0 : 0.5);

/** What is typed, and the same in JavaScript. */
const GOOD = [
  ["x", (x) => x],
  ["5", () => 5],
  ["x^2 + sin(3x)", (x) => x ** 2 + sin(3 * x)],
  ["2x e^(-x^2)", (x) => 2 * x * exp(-(x ** 2))],
  ["|x|", (x) => abs(x)],
  ["max(0, 1-x)", (x) => max(0, 1 - x)],
  ["x^x", (x) => (x > 0 ? x ** x : NaN)],
  ["-x^2", (x) => -(x ** 2)],
  ["2^3^2 + x", (x) => 512 + x],
  ["x**3 - 3x", (x) => x ** 3 - 3 * x],
  ["x² − 2·x + 1", (x) => (x - 1) ** 2],
  ["x⁻²", (x) => x ** -2],
  ["1/x", (x) => 1 / x],
  ["1/2x", (x) => x / 2],
  ["sqrt(x)", (x) => sqrt(x)],
  ["√(x + 2)", (x) => sqrt(x + 2)],
  ["cbrt(x)", (x) => cbrt(x)],
  ["ln(x)", (x) => log(x)],
  ["log(x)", (x) => log10(x)],
  ["lg x + log2(x)", (x) => log10(x) + log2(x)],
  ["exp(x/2)", (x) => exp(x / 2)],
  ["e^-x", (x) => exp(-x)],
  ["2^x", (x) => 2 ** x],
  ["sin x cos x", (x) => sin(x) * cos(x)],
  ["sin^2 x", (x) => sin(x) ** 2],
  ["cos 2 pi x", (x) => cos(2 * PI * x)],
  ["πx", (x) => PI * x],
  ["tan(x)", (x) => tan(x)],
  ["cot x + sec x + csc x", (x) => 1 / tan(x) + 1 / cos(x) + 1 / sin(x)],
  ["arcsin(x/6)", (x) => asin(x / 6)],
  ["acos(x/6) + arctan x", (x) => acos(x / 6) + atan(x)],
  ["sinh(x) - cosh(x)", (x) => sinh(x) - cosh(x)],
  ["tanh(x)", (x) => tanh(x)],
  ["arsinh x", (x) => asinh(x)],
  ["arcosh(x) + artanh(x/6)", (x) => acosh(x) + atanh(x / 6)],
  ["floor(x) + ceil(x/2)", (x) => floor(x) + ceil(x / 2)],
  ["round(x)", (x) => sign(x) * floor(abs(x) + 0.5)],
  ["sign(x) x", (x) => abs(x)],
  ["sigmoid(3x)", (x) => sigmoid(3 * x)],
  ["relu(x) + step(x - 1)", (x) => max(0, x) + step(x - 1)],
  ["min(x, 1, x^2)", (x) => min(x, 1, x ** 2)],
  ["pow(x, 3)", (x) => x ** 3],
  ["[1 + x]{x - 2}", (x) => (1 + x) * (x - 2)],
  ["| |x| - 2 |", (x) => abs(abs(x) - 2)],
  [".5x + 1e-1", (x) => x / 2 + 0.1],
  ["  x^2  ", (x) => x ** 2],
  ["X^2 + SIN(X)", (x) => x ** 2 + sin(x)],
  ["xsin(x) + expx", (x) => x * sin(x) + exp(x)],
  ["((((((x))))))", (x) => x],
  ["x^2".padEnd(400, " + 1"), (x) => x ** 2 + 99],
  ["x^2 - y^2", (x, y) => x ** 2 - y ** 2],
  ["(1-x)^2 + 100(y-x^2)^2", (x, y) => (1 - x) ** 2 + 100 * (y - x ** 2) ** 2],
  ["xy", (x, y) => x * y],
  ["x1^2 + 2x2^2", (x, y) => x ** 2 + 2 * y ** 2],
  ["x₁ sin(x₂)", (x, y) => x * sin(y)],
  ["ln(x y)", (x, y) => log(x * y)],
  ["1/(x^2 + y^2)", (x, y) => 1 / (x ** 2 + y ** 2)],
  ["sqrt(9 - x^2 - y^2)", (x, y) => sqrt(9 - x ** 2 - y ** 2)],
  ["max(|x|, |y|)", (x, y) => max(abs(x), abs(y))],
  ["y^2", (x, y) => y ** 2],
  ["e^(-x^2-y^2) + x/5", (x, y) => exp(-(x ** 2) - y ** 2) + x / 5],
];

/** What is typed, the characters that are marked, and some of the words. */
const BAD = [
  ["", " ", /Type a formula/],
  ["(x + 1", "(", /not closed/],
  ["x + 1)", ")", /never opened/],
  ["((x)", "(", /not closed/],
  ["(x]", "]", /another kind/],
  ["()", "()", /nothing between/],
  ["|x", "|", /not closed/],
  ["sin(x", "(", /not closed/],
  ["max(x, 1", "(", /not closed/],
  ["x^", "^", /exponent/],
  ["x^^2", "^", /exponent/],
  ["(x^)", "^", /exponent/],
  ["x +", " ", /missing at the end/],
  ["x -", " ", /missing at the end/],
  ["3 *", " ", /missing at the end/],
  ["x /", " ", /missing at the end/],
  ["* x", "*", /Before this “\*”/],
  ["/ x", "/", /Before this “\/”/],
  ["x + * 2", "*", /Before this “\*”/],
  ["1/0", "0", /divides by zero/],
  ["x/(1-1)", "(1-1)", /divides by zero/],
  ["x + sqrt(-1)", "sqrt(-1)", /has no value/],
  ["ln(0) x", "ln(0)", /no value|too large/],
  ["10^400 x", "10^400", /too large/],
  ["1e999", "1e999", /too large/],
  ["x".padEnd(10_000, "+x"), "x", /up to 500 characters; this one has 10,?000/],
  ["(".repeat(5000) + "x" + ")".repeat(5000), "(", /up to 500 characters/],
  ["(".repeat(200) + "x" + ")".repeat(200), "(", /nested too deeply/],
  ["-".repeat(200) + "x", "-", /nested too deeply/],
  ["sim(x)", "sim", /Is it sin\?/],
  ["cosh(x) + tang(x)", "tang", /Is it tan/],
  ["foo(x)", "foo", /not known here/],
  ["z^2", "z", /variables are x and y/],
  ["a x + b", "a", /not known here/],
  ["x + speed", "speed", /not known here/],
  ["х^2", "х", /another script/],
  ["2·α", "α", /another script/],
  ["x + 変", "変", /another script/],
  ["س + 1", "س", /another script/],
  ["ｘ^2", "ｘ", /full-width/],
  ["x^２", "２", /full-width/],
  ["１ + x", "１", /full-width/],
  ["x＋1", "＋", /full-width/],
  ["x + ٣", "٣", /type 0 to 9/],
  ["x 2", "2", /number comes first/],
  ["2 3", "3", /Two numbers side by side/],
  ["x2 + y3", "y3", /power, y\^3/],
  ["x1 + y", "y", /not both/],
  ["1.2.3 x", "1.2.", /one decimal point/],
  ["1,5 x", ",", /write a point/],
  ["(1,5) x", "(1,5)", /write a point/],
  [". + x", ".", /point alone/],
  ["y = x^2", "=", /without “y =”/],
  ["x!", "!", /factorials/],
  ["5 % x", "%", /0\.05/],
  ["x : 2", ":", /Write \/ to divide/],
  ["x > 1", ">", /Comparisons/],
  ["x $ 2", "$", /means nothing/],
  ["sin", "sin", /needs something to work on/],
  ["sin(x, 2)", "sin(x, 2)", /one argument/],
  ["max(x)", "max(x)", /two or more/],
  ["pow(x)", "pow(x)", /two arguments/],
  ["sin^-1 x", "sin^-1", /asin/],
  ["<script>alert(1)</script>", "<", /Comparisons/],
  ["x 😀", "😀", /means nothing/],
];

/** Puts a text into the field as pasting does. */
async function enter(page, text) {
  await page.focus("#function");
  await page.keyboard.press("ControlOrMeta+A");
  if (text) await page.keyboard.insertText(text);
  else await page.keyboard.press("Delete");
}

/** The values that a view's axes give to the points of its marks, if they lie inside. */
function values({ marks, plot: { from, to, x, y } }, chosen) {
  const along = (at, from, to, [low, high]) => low + ((at - from) / (to - from)) * (high - low);
  const inside = ([left, top]) => left > from[0] + 1 && left < to[0] - 1 && top > from[1] + 1 && top < to[1] - 1;
  return marks.filter(chosen).map(({ points }) =>
    points.filter(inside).map(([left, top]) => [along(left, from[0], to[0], x), along(top, to[1], from[1], y)]));
}

const curveOf = (drawing) => values(drawing, ({ kind, sign, size }) => kind === "line" && sign === "ink" && size === 2.5);
const contoursOf = (drawing) => values(drawing, ({ kind, size, points }) => kind === "line" && size === 1 && points.length > 5);

/** Whether all that is drawn of a curve is f, to a fraction of a pixel. */
function checkCurve(text, f, drawing) {
  const { from, to, x, y } = drawing.plot;
  const [pixel, level] = [(x[1] - x[0]) / (to[0] - from[0]), (y[1] - y[0]) / (to[1] - from[1])];
  const pieces = curveOf(drawing);
  assert.ok(pieces.flat().length > 50, `${text}: a curve`);
  for (const [at, drawn] of pieces.flat()) {
    const all = [-0.1, 0, 0.1].map((off) => f(at + off * pixel));
    const near = all.filter(Number.isFinite);
    assert.ok(near.length, `${text}: drawn at ${at}, where there is no value`);
    // Where it begins, it may be as steep as it likes.
    if (near.length < all.length) continue;
    assert.ok(drawn > min(...near) - 0.2 * level && drawn < max(...near) + 0.2 * level, `${text}: ${drawn} at ${at}, not ${near}`);
  }
}

/** Whether each contour line joins places of one height. */
function checkMap(text, f, drawing) {
  const { x, y } = drawing.plot;
  const part = (share, [low, high]) => low + share * (high - low);
  const heights = [...Array(400).keys()].map((index) => f(part((index * 0.7549) % 1, x), part((index * 0.5698) % 1, y)));
  const sorted = heights.filter(Number.isFinite).sort((a, b) => a - b);
  const lines = contoursOf(drawing).filter((line) => line.length > 5);
  assert.ok(lines.length > 3, `${text}: contour lines`);
  for (const line of lines) {
    const along = line.map(([x, y]) => f(x, y)).filter(Number.isFinite).sort((a, b) => a - b);
    assert.ok(along.length > 0.6 * line.length, `${text}: a line where there is no value`);
    // In ranks: heights may span many powers of ten. Places of one height have one rank.
    const rank = (height) => sorted.filter((it) => it < height).length / sorted.length;
    const [low, high] = [along[floor(0.1 * along.length)], along[floor(0.9 * along.length)]];
    assert.ok(rank(high) - rank(low) < 0.05, `${text}: a line from ${low} to ${high}`);
  }
}

test("sixty formulas give the right picture", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=square", frames: true });
  assert.ok(GOOD.length >= 60);
  for (const [text, f] of GOOD) {
    await enter(page, text);
    await page.keyboard.press("Enter");
    assert.ok(await page.isHidden("[data-function-problem]"), text);
    assert.ok(await page.isHidden("[data-problem]"), text);
    const seen = await handle(page, `(() => {
      const { scene: { mode }, controls } = figure.state();
      return { snapshot: figure.snapshot(), mode, typed: controls.function, drawing: figure.drawing(mode === "line" ? "curve" : "map") };
    })()`);
    assert.equal(seen.typed, text.trim());
    assert.equal(new URL(page.url()).searchParams.get("function"), text.trim());
    const { x, value } = seen.snapshot;
    const expected = f(...x);
    assert.ok(abs(value - expected) < 1e-12 * max(1, abs(expected)), `${text}: ${value} at ${x}, not ${expected}`);
    assert.equal(seen.mode, f.length === 2 ? "plane" : "line", text);
    if (f.length === 2) checkMap(text, f, seen.drawing);
    else checkCurve(text, f, seen.drawing);
  }
  assert.deepEqual(problems, []);
});

test("sixty others give clear words at the right place, and the experiment stays", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=x%5E2-3x&start=3&learning_rate=0.1", frames: true });
  await page.click("[data-action=step]");
  const [before, address] = [await handle(page, "figure.snapshot()"), page.url()];
  assert.ok(BAD.length >= 60);
  for (const [text, marked, words] of BAD) {
    const name = text.slice(0, 40);
    await enter(page, text);
    assert.match(await page.textContent("[data-function-problem]"), words, name);
    assert.equal((await page.textContent("[data-mark] u")).replace("\u2007", " "), marked, name);
    assert.equal(await page.getAttribute("#function", "aria-invalid"), "true");
    await frames(page, 2);
    await page.keyboard.press("Enter");
    assert.deepEqual(await handle(page, "figure.snapshot()"), before, name);
    assert.equal(page.url(), address, name);
    assert.equal(await page.inputValue("#function"), text, name);
  }
  await page.click("[data-action=step]");
  assert.equal(await page.inputValue("#function"), BAD.at(-1)[0], "what is wrong waits to be put right");
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
  assert.ok(abs(mark.x - field.x - width) < 1.5, `${mark.x - field.x}, not ${width}`);
  assert.ok(mark.y > field.y && mark.y + mark.height < field.y + field.height);
  assert.ok(words.y >= field.y + field.height && words.y < field.y + field.height + 12);
});

test("what is typed is seen at once, and the address waits until one has done", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=square&start=3", frames: true });
  const address = page.url();
  await page.focus("#function");
  await page.keyboard.press("End");
  await page.keyboard.type(" + y^2");
  await frames(page, 1);
  assert.equal(await handle(page, "figure.state().scene.mode"), "plane");
  assert.equal(page.url(), address);
  assert.equal(await page.inputValue("#function"), "x^2 + y^2");
  await page.keyboard.press("Tab");
  assert.match(page.url(), /function=x%5E2\+%2B\+y%5E2&start=/);
  assert.equal(await page.inputValue("[data-functions]"), "");
  const again = await openPage(browser, { path: new URL(page.url()).search, frames: true });
  assert.equal(await again.page.inputValue("#function"), "x^2 + y^2");
  assert.deepEqual(await handle(again.page, "figure.snapshot()"), await handle(page, "figure.snapshot()"));
  assert.deepEqual([problems, again.problems], [[], []]);
});

test("one of the list can be edited, and chosen again", async () => {
  const { page } = await openPage(browser, { path: "?function=square", frames: true });
  await page.selectOption("[data-functions]", "rosenbrock");
  assert.equal(await page.inputValue("#function"), "(1 - x)^2 + 100(y - x^2)^2");
  await page.focus("#function");
  await page.keyboard.press("End");
  await page.keyboard.type(" + 1");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("[data-functions] option:checked").textContent(), "your own");
  assert.match(page.url(), /function=%281/);
  await page.selectOption("[data-functions]", "rosenbrock");
  assert.equal(await page.inputValue("#function"), "(1 - x)^2 + 100(y - x^2)^2");
  assert.match(page.url(), /function=rosenbrock&/);
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

test("where there is no value there is a gap", async () => {
  const { page } = await openPage(browser, { path: "?function=square", frames: true });
  const pieces = async (text) => {
    await handle(page, `figure.set("function", "${text}")`);
    return curveOf(await handle(page, 'figure.drawing("curve")')).filter((piece) => piece.length);
  };
  const poles = await pieces("1/x");
  assert.equal(poles.length, 2);
  for (const piece of poles) assert.equal(new Set(piece.map(([x]) => sign(x))).size, 1, "nothing joins the two");
  for (const text of ["sqrt(x)", "ln(x)", "x^x"]) {
    const all = (await pieces(text)).flat();
    assert.ok(all.every(([x]) => x > -0.01), text);
    assert.ok(min(...all.map(([x]) => x)) < 0.1, `${text} begins where it begins`);
  }
  assert.ok((await pieces("tan(x)")).length >= 4);
});

test("a ball that reaches a place without a value says so", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=square", frames: true });
  for (const [text, start, rate, words] of [
    ["sqrt(x)", "0.5", "0.5", /Stopped at step [\d,]+: the step went to x = −.* no value/],
    ["ln(x)", "0.3", "0.5", /Stopped at step 1: the step went to x = −1\.367, .* no value/],
    ["x^x", "2", "1", /Stopped at step 1: .* no value/],
    ["1/x", "-0.5", "0.125", /Stopped at step 1: the step went to x = 0, .* no value/],
    ["ln(x y)", "1,0.1", "0.1", /Stopped at step 1: .* no value/],
    ["sqrt(1-x^2-y^2)", "0.9,0", "0.1", /Stopped at step 1: .* no value/],
    ["1/(x^2+y^2)", "0,0", "0.1", /No value here: at \(x, y\) = \(0, 0\)/],
    ["1/(x-y)", "1,1", "0.1", /No value here/],
    ["ln(x)", "-1", "0.1", /No value here: at x = −1\.000/],
    ["tan(x)", "-1", "2", /The ball has left the picture/],
    ["exp(x^2)", "30", "0.1", /Too high here/],
    ["sqrt(-1-x^2)", "1", "0.1", /No value in this picture/],
    ["ln(-1-x^2-y^2)", "1,1", "0.1", /No value in this picture/],
  ]) {
    await enter(page, text);
    await page.keyboard.press("Enter");
    await handle(page, `(figure.set("learning_rate", "${rate}"), figure.set("start", "${start}"))`);
    if (await page.isEnabled("[data-action=toggle]")) {
      await page.click("[data-action=toggle]");
      await frames(page, 30);
      await handle(page, "figure.pause()");
    }
    assert.match(await sentence(page), words, text);
  }
  for (const text of ["ln(x)", "sqrt(1-x^2-y^2)", "ln(x y)", "ln(x - 4.9)", "x^x"]) {
    await enter(page, text);
    await page.keyboard.press("Enter");
    assert.doesNotMatch(await sentence(page), /No value/, `${text}: a start that has a value`);
  }
  assert.deepEqual(problems, []);
});

test("marked places are searched for in slices, then listed", async () => {
  const { page } = await openPage(browser, { path: "?function=himmelblau", frames: true });
  assert.match(await page.textContent("[data-note=spots_note]"), /Searching/);
  await frames(page, 400);
  assert.equal(await frames(page, 5), 0, "and then no frame is asked for");
  assert.match(await page.textContent("[data-note=spots_note]"), /grid of 201 × 201 points/);
  const rows = await page.locator("[data-spots] tbody tr").allTextContents();
  assert.equal(rows[0], "★ lowest found in the picture");
  assert.deepEqual(rows.slice(1, 5).map((row) => row.slice(0, -1)).sort(), ["(3.000, 2.000)", "(3.584, −1.848)", "(−2.805, 3.131)", "(−3.779, −3.283)"]);
  assert.equal(rows.filter((row) => row.startsWith("(")).length, 9);
  await handle(page, 'figure.set("function", "x^4 - 3x^2 + x")');
  await frames(page, 5);
  assert.match(await page.textContent("[data-spots]"), /lowest found in the picture\s*−1\.301−3\.514.*partial minimum.*top/s);
});

test("what is in sight, and the bowl's condition number, can be chosen", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=double_well&start=2", frames: true });
  assert.ok(await page.isHidden("#condition_number"));
  await page.click("[data-action=more]");
  const [low, high] = await page.locator("[data-domain] input:visible").all();
  assert.equal(await low.inputValue(), "-2.5");
  await low.fill("0");
  await low.press("Enter");
  assert.match(page.url(), /domain=0%2C2.5/);
  assert.deepEqual((await handle(page, 'figure.drawing("curve")')).plot.x, [0, 2.5]);
  assert.deepEqual((await handle(page, "figure.snapshot()")).x, [2]);
  await high.fill("1");
  await high.press("Enter");
  const { x } = await handle(page, "figure.snapshot()");
  assert.ok(x[0] > 0 && x[0] < 1, "a start out of sight is another");
  await high.fill("-1");
  await high.press("Enter");
  assert.match(await page.textContent("[data-problem]"), /lowest and the highest x/);
  assert.equal(await high.inputValue(), "1");
  await page.selectOption("[data-functions]", "bowl");
  assert.ok(!page.url().includes("domain"));
  assert.equal(await page.locator("[data-domain] input:visible").count(), 4);
  await page.fill("#condition_number", "50");
  await page.press("#condition_number", "Enter");
  assert.equal(await page.inputValue("#function"), "x^2 + 50y^2");
  assert.equal(await page.inputValue("[data-functions]"), "bowl");
  await page.selectOption("[data-functions]", "saddle");
  assert.ok(!page.url().includes("condition_number"));
  assert.deepEqual(problems, []);
});

test("a formula in the address that is none is said, and the page goes on", async () => {
  const { page, problems } = await openPage(browser, { path: "?function=x%5E%5E2&seed=3", frames: true });
  assert.match(await page.textContent("[data-problem]"), /^Function: At character 2: After \^ comes the exponent/);
  assert.equal(await handle(page, "figure.state().scene.mode"), "network");
  const other = await openPage(browser, { path: "?function=x%5E2&domain=0,1,0,1", frames: true });
  assert.match(await other.page.textContent("[data-problem]"), /one variable/);
  assert.equal(await handle(other.page, "figure.state().scene.mode"), "line");
  assert.deepEqual([problems, other.problems], [[], []]);
});

for (const [name, [width, height]] of Object.entries({ laptop: [1440, 900], projector: [1920, 1080], phone: [390, 844] })) {
  test(`at ${width}×${height} formulas and their mistakes have their place, and axe finds no fault`, async () => {
    for (const [id, text] of Object.entries({ waves: "x^2 + sin(3x)", pole: "1/x", plane: "x^2 y - sin(x + y)", mistake: "x^2 + sim(3x)" })) {
      const { page, problems } = await openPage(browser, { path: "?function=square", viewport: { width, height } });
      const stage = await page.locator(".stage").boundingBox();
      await enter(page, text);
      await laidOut(page);
      if (id !== "mistake") await page.keyboard.press("Enter");
      await page.locator("[data-note=spots_note]", { hasText: "earched" }).waitFor({ state: "attached" });
      await laidOut(page);
      assert.deepEqual(await layoutProblems(page), [], text);
      if (id !== "plane" && width > 900) assert.deepEqual(await page.locator(".stage").boundingBox(), stage, "nothing jumps");
      await screenshot(page, `formula-${id}-${name}`, { fullPage: width < 900 });
      if (id === "waves" || id === "pole") continue;
      await page.click("[data-derivation]");
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], text);
      await screenshot(page, `formula-${id}-${name}-steps`);
      assert.deepEqual(problems, []);
    }
  });
}

for (const [width, height, theme] of [[1920, 1080, "projector"], [1440, 900, "projector"], [1440, 900, "light"], [390, 844, "light"]]) {
  test(`Himmelblau's three formulas are in sight at ${width}×${height}, ${theme}`, async () => {
    const { page } = await openPage(browser, {
      path: `?scene=descent&function=himmelblau&theme=${theme}`,
      viewport: { width, height },
    });
    const [needed, there, size] = await page.evaluate(() => {
      const place = shadow().querySelector("[data-equations]");
      return [place.scrollWidth, place.clientWidth, parseFloat(getComputedStyle(place).fontSize)];
    });
    assert.ok(needed <= there + 1, `${needed} in ${there} px`);
    assert.ok(size >= 14, `written at ${size} px`);
  });
}
