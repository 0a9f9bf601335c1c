// The keyboard alone: Tab comes to everything once, what has the focus is seen, and every drag has keys of its own.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { handle, laidOut, launch, layoutProblems, openPage, screenshot, sweep, usually } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const SCENES = ["derivative", "gradient", "descent", "neuron", "network"];

/** Whatever in a figure takes the focus, named for a reader of the test. */
const CONTROLS = "button, input, select, textarea, summary, a[href], [tabindex='0']";

/** Runs in the page: numbers the controls in sight that can be come to by Tab. */
function number(controls) {
  const reached = [...shadow().querySelectorAll(controls)].filter(
    (it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled && it.tabIndex >= 0 && !it.closest("[inert]"),
  );
  reached.forEach((it, index) => (it.dataset.stop = index));
  return reached.map((it) => `${it.localName} “${it.ariaLabel || it.textContent.trim() || it.title}”`.slice(0, 80));
}

/** Runs in the page: which control has the focus, and what is wrong with how that is seen. */
function seen() {
  const it = shadow().activeElement;
  if (!it) return { stop: -1, wrong: "" };
  const { outlineStyle, outlineWidth, opacity } = getComputedStyle(it);
  const box = it.getBoundingClientRect();
  // A corner of a list or of a picture can lie below the window.
  const shown = { x: (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, y: (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2 };
  const top = shadow().elementFromPoint(shown.x, shown.y);
  const wrong = [];
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) wrong.push(`no ring: ${outlineWidth} ${outlineStyle}`);
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) wrong.push("out of sight");
  else if (!(it.contains(top) || top?.contains(it) || it.closest("label")?.contains(top))) wrong.push(`covered by ${top?.outerHTML.slice(0, 80)}`);
  if (!it.checkVisibility({ opacityProperty: true }) || opacity === "0") wrong.push("not to be seen");
  return { stop: Number(it.dataset.stop ?? -2), wrong: wrong.join(", ") };
}

for (const [width, height] of [[1440, 900], [320, 640]]) {
  for (const scene of SCENES) {
    usually(scene === "derivative")(`${scene} at ${width}×${height}: Tab comes to everything once, in its order, and leaves; the focus is seen`, async () => {
      const { page, problems } = await openPage(browser, { path: `?scene=${scene}`, viewport: { width, height } });
      await handle(page, "figure.step()");
      // A click would say from where Tab goes on.
      await page.evaluate(() => shadow().querySelector("[data-action=more]").click());
      await laidOut(page);
      const names = await page.evaluate(number, CONTROLS);
      const stops = [];
      const wrong = [];
      // Once round: the window's own bar is between the end and the beginning.
      for (let press = 0; press < 2 * names.length; press++) {
        await page.keyboard.press("Tab");
        const { stop, wrong: fault } = await page.evaluate(seen);
        if (stop === -1 && stops.length) break;
        if (stop === -1) continue;
        stops.push(stop);
        if (fault) wrong.push(`${names[stop]}: ${fault}`);
      }
      assert.deepEqual(wrong, []);
      assert.deepEqual(stops.map((stop) => names[stop]), names, "each once, in the order in which they are read");
      assert.deepEqual(problems, []);
    });
  }
}

/** What a hand can drag, and the key that does the same at what has the focus. */
const DRAGS = [
  ["?scene=derivative", "[data-view=curve]", "ArrowRight", "figure.snapshot().x"],
  ["?scene=derivative&secant=0.5", "[data-slider=secant]", "ArrowRight", "figure.state().controls.secant"],
  ["?scene=descent", "[data-slider=learning_rate]", "ArrowRight", "figure.state().controls.learning_rate"],
  ["?scene=gradient", "[data-view=map]", "ArrowUp", "figure.snapshot().x"],
  ["?scene=gradient", "[data-view=surface]", "ArrowLeft", 'JSON.stringify(figure.drawing("surface").marks.slice(0, 40))'],
  ["?scene=descent&predict=true", "[data-view=curve]", "ArrowLeft", "figure.state().sentence.map(({ text }) => text).join()"],
  ["?scene=neuron", "[data-view=map]", "ArrowRight", "figure.snapshot().parameters"],
  ["?scene=network", "[data-slider=weight_value]", "ArrowRight", "figure.snapshot().parameters"],
  ["?scene=network", "[data-view=diagram]", "ArrowRight", "figure.state().controls.weight"],
];

test("every drag has keys that do the same", async () => {
  for (const [path, selector, key, told] of DRAGS) {
    const { page } = await openPage(browser, { path, viewport: { width: 1440, height: 900 } });
    if (selector.includes("map") && path.includes("neuron")) await page.click("button[data-landscape=map]:visible");
    await page.focus(selector);
    await laidOut(page);
    const before = await handle(page, told);
    await page.keyboard.press(key);
    await laidOut(page);
    assert.notDeepEqual(await handle(page, told), before, `${path}: ${key} at ${selector}`);
    await page.context().close();
  }
});

/** A reader's own distances between lines, words and letters (WCAG 1.4.12). */
const SPACED = ".downhill * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }";

for (const scene of SCENES) {
  sweep(`${scene}: with a reader's own distances between letters and lines no text is cut off`, async () => {
    const found = [];
    for (const [width, height] of [[390, 844], [1440, 900]]) {
      const { page } = await openPage(browser, { path: `?scene=${scene}`, viewport: { width, height } });
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        shadow().adoptedStyleSheets = [...shadow().adoptedStyleSheets, sheet];
      }, SPACED);
      await laidOut(page);
      const lost = (await layoutProblems(page)).filter((it) => /cut off|leaves the window|sideways/.test(it) && !it.startsWith("the value of"));
      found.push(...lost.map((it) => `${width}: ${it}`));
      await screenshot(page, `spaced-${scene}-${width}`, { fullPage: true });
      await page.close();
    }
    assert.deepEqual(found, []);
  });
}
