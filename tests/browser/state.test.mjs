// The state in groups: what the page has written of those that it was told is what it writes anew. That
// they come to the whole state: crates/app/tests/all/state.rs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, launch, openPage, usually } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

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

for (const query of ["?scene=descent&function=himmelblau&start=-1,2&basins=true", "?scene=network&batch_size=10"]) {
  usually(query.includes("network"))(`${query}: what the page has written by groups is what it writes anew`, async () => {
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

test("who begins to listen is told everything, and then what has changed", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  await page.evaluate(() => {
    window.told = [];
    document.querySelector("downhill-figure").figure.listen((changes) => window.told.push(changes));
  });
  await handle(page, "figure.step()");
  await handle(page, "figure.step()");
  const [told, state] = await handle(page, "[window.told, figure.state()]");
  assert.deepEqual(Object.keys(told[0]).sort(), Object.keys(state).sort());
  assert.deepEqual(Object.assign({}, ...told), state);
  assert.ok(!("options" in told[1]) && "timeline" in told[1], Object.keys(told[1]).join());
  assert.deepEqual(problems, []);
});
