// Which pieces of the program each part needs: opens the page's scenes, does what one does
// with them first, and prints a line for each list: its name and the pieces' numbers.
// Called by `cargo xtask parts`, on a page whose pieces tell when they are done.

import { launch, openPage } from "../tests/browser/support.mjs";

const SIZES = [[1440, 900], [390, 844], [1920, 1080], [820, 1180], [1280, 720]];

/** The numbers of the pieces that were done since the page was opened. */
const done = (page) =>
  page.evaluate(async () => {
    const { default: init } = await import(new URL("wasm/downhill.js", location.href));
    const globals = Object.entries(await init()).filter(([name]) => name.startsWith("seen "));
    return globals.filter(([, global]) => global.value).map(([name]) => Number(name.slice(5)));
  });

/** Plays for a moment, and pauses. */
async function play(page) {
  await page.click("[data-action=toggle]");
  await page.waitForTimeout(1500);
  await page.click("[data-action=toggle]");
  await page.waitForTimeout(300);
}

/** What one does with the first scene before one wants another. */
async function firstTouch(page) {
  const box = await page.locator("[data-view=curve]").boundingBox();
  const at = (x, y) => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(0.3, 0.4));
  await page.mouse.move(...at(0.5, 0.5));
  await page.mouse.down();
  for (let x = 0.02; x < 1; x += 0.02) await page.mouse.move(...at(x, 0.5));
  await page.mouse.move(...at(0.4, 0.5));
  await page.mouse.up();
  await page.mouse.move(...at(0.9, 0.1));
  await page.focus("[data-view=curve]");
  for (const key of ["ArrowLeft", "ArrowRight", "Shift+ArrowLeft"]) await page.keyboard.press(key);
  await play(page);
  // On the other side of a summit, too.
  for (const x of [0.75, 0.95, 0.05]) {
    await page.mouse.click(...at(x, 0.5));
    await play(page);
  }
  for (const action of ["step", "part", "stepBack", "reset"]) {
    const button = page.locator(`[data-action=${action}]`);
    if ((await button.isVisible()) && (await button.isEnabled())) await button.click();
  }
}

const lists = {
  first: [["", firstTouch]],
  lesson: [["?scene=gradient", play], ["?scene=descent", play]],
  network: [["?scene=neuron", play], ["?scene=network", play]],
};

const browser = await launch();
for (const [list, scenes] of Object.entries(lists)) {
  const pieces = new Set();
  for (const [path, use] of scenes) {
    for (const [width, height] of SIZES) {
      for (const reducedMotion of ["no-preference", "reduce"]) {
        const { page } = await openPage(browser, { path, viewport: { width, height }, reducedMotion });
        await page.emulateMedia({ colorScheme: reducedMotion === "reduce" ? "dark" : "light" });
        await page.waitForTimeout(1000);
        await use(page);
        for (const number of await done(page)) pieces.add(number);
        await page.context().close();
      }
    }
  }
  console.log(list, [...pieces].join());
}
await browser.close();
