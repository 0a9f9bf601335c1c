// The state in groups: the page is told those that have changed, and shows all of them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, launch, openPage } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const QUERIES = [
  "?scene=derivative",
  "?scene=gradient",
  "?scene=descent&function=himmelblau&start=-1,2&basins=true",
  "?scene=descent&function=bowl&start=4,2&race=sgd,momentum,adam",
  "?scene=neuron",
  "?scene=network&batch_size=10",
];
const ACTIONS = [
  "figure.play()",
  "figure.pause()",
  "figure.stepBack()",
  "figure.part()",
  'figure.set("learning_rate", "0.02")',
  'figure.set("optimizer", "adam")',
  'figure.set("theme", "dark")',
  "figure.keep()",
  'figure.set("scene", "gradient")',
  "figure.undo()",
  "figure.newStart()",
  "figure.reset()",
];

for (const query of QUERIES) {
  test(`${query}: what was told comes to the whole state`, async () => {
    const { page, problems } = await openPage(browser, { path: query, frames: true });
    await page.evaluate(() => {
      window.told = [];
      document.querySelector("downhill-figure").figure.listen((changes) => window.told.push(changes));
    });
    for (const action of ACTIONS) {
      await handle(page, action);
      await frames(page, 7);
      const [told, state] = await handle(page, "[Object.assign({}, ...window.told), figure.state()]");
      assert.deepEqual(told, state, action);
    }
    assert.deepEqual(problems, []);
  });

  test(`${query}: what the page has written by groups is what it writes anew`, async () => {
    const { page, problems } = await openPage(browser, { path: query, frames: true });
    /** Each element with its attributes, its own text, and the properties that no attribute shows. */
    const shown = () =>
      page.evaluate(() =>
        [...shadow().querySelectorAll("[data-ready], [data-ready] *")].map((it) => {
          const attributes = [...it.attributes].map(({ name, value }) => `${name}="${value}"`);
          const text = [...it.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
          return [it.localName, ...attributes, it.value, ...text.map((node) => node.data.trim())].join(" ");
        }),
      );
    for (const action of ACTIONS) {
      await handle(page, action);
      await frames(page, 7);
      const before = await shown();
      await page.evaluate(() => document.querySelector("downhill-figure").shown.view.update());
      assert.deepEqual(await shown(), before, action);
    }
    assert.deepEqual(problems, []);
  });
}

test("a frame of a run tells only what moves", async () => {
  for (const query of ["?scene=network", "?scene=descent&function=himmelblau"]) {
    const { page } = await openPage(browser, { path: query, frames: true });
    await handle(page, "figure.play()");
    // Until places are marked and step sizes are tried.
    await frames(page, 60);
    await page.evaluate(() => {
      window.told = [];
      document.querySelector("downhill-figure").figure.listen((changes) => window.told.push(Object.keys(changes)));
    });
    await frames(page, 10);
    const [first, ...others] = await page.evaluate("window.told");
    const all = Object.keys(await handle(page, "figure.state()"));
    assert.deepEqual(first.sort(), all.sort(), "who begins to listen is told everything");
    const moving = ["epoch", "notes", "numbers", "sentence", "sliders", "steps", "timeline"];
    for (const groups of others) assert.deepEqual(groups.filter((it) => !moving.includes(it)), [], query);
    for (const group of ["numbers", "timeline"]) assert.ok(others.every((groups) => groups.includes(group)), group);
    await handle(page, "figure.pause()");
    await page.evaluate("window.told.length = 0");
    await handle(page, "figure.draw()");
    assert.deepEqual(await page.evaluate("window.told"), [[]], "nothing has changed");
  }
});
