// Other media: paper, colours of the reader's, a zoomed window, boxes of all sizes.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { canvasProblems, laidOut, launch, layoutProblems, openPage, screenshot, usually } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** The pictures of each kind of scene. */
const PICTURES = {
  "?scene=derivative": ["curve", "derivative"],
  "?scene=descent&function=himmelblau&theme=dark": ["map", "surface"],
  "?scene=descent&race=starts&function=himmelblau": ["heights", "map", "surface"],
  "?scene=neuron": ["boundary", "map", "surface"],
  "?scene=network&theme=dark": ["boundary", "chart", "curve", "diagram", "map", "surface"],
};

for (const [path, views] of Object.entries(PICTURES)) {
  usually(path === "?scene=derivative")(`on paper, ${path} shows every picture, light, in its proportions, with its address`, async () => {
    for (const width of [1440, 500]) {
      const { page, problems } = await openPage(browser, { path, viewport: { width, height: 900 } });
      const theme = await page.getAttribute("[data-ready]", "data-theme");
      await page.emulateMedia({ media: "print" });
      await page.locator("[data-printing]").waitFor();
      await laidOut(page);
      // In the place of each canvas stand lines and letters.
      assert.equal(await page.locator("canvas:visible").count(), 0);
      const shown = await page.locator(".vector:visible").evaluateAll((all) =>
        all.map((it) => {
          const { width, height } = it.getBoundingClientRect();
          const drawn = it.viewBox.baseVal;
          return { view: it.previousElementSibling.dataset.view, width, height, drawn: drawn.width / drawn.height };
        }),
      );
      assert.deepEqual(shown.map(({ view }) => view).sort(), views);
      for (const { view, width, height, drawn } of shown) {
        assert.ok(width >= 280 && height >= 170, `${view}: ${width} × ${height}`);
        assert.ok(Math.abs(width / height / drawn - 1) < 0.02, `${view} is drawn as ${drawn}, shown as ${width / height}`);
      }
      assert.equal(await page.getAttribute("[data-ready]", "data-theme"), "light");
      assert.equal(await page.locator("button:visible, input:visible, select:visible").count(), 0);
      assert.ok((await page.locator(".address").textContent()).startsWith("http"));
      assert.ok(await page.locator(".paper .qr").isVisible());
      assert.ok((await page.locator(".paper .settings div").count()) > 5);
      assert.ok((await page.locator(".paper .data tbody tr").count()) >= 1);
      await screenshot(page, `print-${views.join("-")}-${width}`, { fullPage: true });
      await page.emulateMedia({ media: "screen" });
      await page.locator("[data-printing]").waitFor({ state: "detached" });
      assert.equal(await page.getAttribute("[data-ready]", "data-theme"), theme);
      assert.deepEqual(problems, []);
      await page.close();
    }
  });
}

test("with the reader's colours, what is chosen or pressed is seen", async () => {
  const { page } = await openPage(browser, { path: "?scene=network" });
  await page.emulateMedia({ forcedColors: "active" });
  await page.click("[data-toggle=errors]");
  const fill = (selector) => page.locator(selector).first().evaluate((it) => getComputedStyle(it).backgroundColor);
  const chosen = await fill("[data-scenes] [data-scene=network]");
  assert.notEqual(chosen, await fill("[data-scenes] [data-scene=neuron]"));
  assert.equal(await fill("[data-toggle=errors]"), chosen);
  await screenshot(page, "forced-colours");
});

for (const scene of ["derivative", "gradient", "descent", "neuron", "network"]) {
  usually(scene === "network")(`${scene}: zoomed to 200 %, and 320 pixels wide, nothing is lost`, async () => {
    for (const [width, height] of [[960, 540], [320, 640]]) {
      const { page } = await openPage(browser, { path: `?scene=${scene}`, viewport: { width, height }, frames: true });
      assert.deepEqual(await layoutProblems(page), [], `${width}`);
      assert.deepEqual(await page.evaluate(canvasProblems), [], `${width}`);
      for (const { width: wide, height: high } of await page.locator("canvas:visible").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON()))) {
        assert.ok(wide >= 200 && high >= 90, `${wide} × ${high}`);
      }
      await screenshot(page, `${scene}-${width}`, { fullPage: true });
      await page.close();
    }
  });
}
