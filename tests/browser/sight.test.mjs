// How much is in sight before the first touch: words, and controls.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { laidOut, launch, openPage } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** Runs in the page: words in sight, those on canvases with them, and controls; without the row of scenes and the page's menu. */
function inSight() {
  const root = shadow();
  const within = (element) => {
    const { top, bottom, width, height } = element.getBoundingClientRect();
    return width > 2 && height > 2 && top < innerHeight && bottom > 0;
  };
  const seen = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    within(element) &&
    !element.closest(".scenes, option, svg, math");
  const words = (text) => text.split(/\s+/u).filter((it) => /\p{L}/u.test(it));
  const elements = [...root.querySelectorAll(".downhill *")].filter(seen);
  const texts = elements.flatMap((element) => {
    if (element.matches("select")) return [element.selectedOptions[0]?.text ?? ""];
    if (element.matches("canvas")) {
      const marks = root.host.figure.drawing(element.dataset.view)?.marks ?? [];
      return marks.map(({ text }) => text ?? "");
    }
    return [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data);
  });
  const controls = elements.filter((it) => it.matches("button, input, select, textarea, summary") && it.id !== "theme" && !["present", "share"].includes(it.dataset.action));
  return { words: texts.flatMap(words), controls: controls.map((it) => it.id || it.title || it.textContent) };
}

for (const [scene, words, controls] of [
  ["derivative", 60, 10],
  ["gradient", 90, 10],
  ["descent", 90, 12],
  ["neuron", 90, 12],
  ["network", 120, 18],
]) {
  test(`${scene}: at most ${words} words and ${controls} controls are in sight before the first touch`, async () => {
    const { page } = await openPage(browser, { path: `?scene=${scene}`, viewport: { width: 1440, height: 900 } });
    await laidOut(page);
    const seen = await page.evaluate(inSight);
    console.log(`${scene}: ${seen.words.length} words, ${seen.controls.length} controls`);
    assert.ok(seen.words.length <= words, `${seen.words.length}: ${seen.words.join(" ")}`);
    assert.ok(seen.controls.length <= controls, `${seen.controls.length}: ${seen.controls.join(" | ")}`);
  });
}
