// A branch: the address gives the run and the one that was left for it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, launch, openPage, screenshot } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const ghost = async (page, view) =>
  (await handle(page, `figure.drawing("${view}")`)).marks.filter((it) => it.sign === "ghost");

for (const [name, path, views, at] of [
  ["on a curve", "?function=double_well&start=2&learning_rate=0.01", ["curve"], 10],
  ["on a surface", "?function=himmelblau&start=-1,2&learning_rate=0.01&optimizer=momentum", ["map", "surface"], 10],
  ["from the start on", "?function=himmelblau&start=-1,2&learning_rate=0.01", ["map", "surface"], 0],
  ["of a network", "?scene=network&batch_size=10", ["map", "surface", "chart"], 20],
]) {
  test(`${name}: reload gives the branch and its ghost`, async () => {
    const { page, problems } = await openPage(browser, { path, frames: true });
    for (let step = 0; step < 30; step++) await handle(page, "figure.step()");
    const first = await handle(page, "[figure.experiment(), figure.snapshot()]");
    await handle(page, `(figure.seek(${at}), figure.set("learning_rate", "0.02"))`);
    for (let step = 0; step < 15; step++) await handle(page, "figure.step()");
    const run = async (page) => JSON.stringify(await handle(page, "[figure.experiment(), figure.snapshot()]"));
    const [branch, left] = [await run(page), {}];
    for (const view of views) {
      left[view] = await ghost(page, view);
      assert.ok(left[view].length > 1, view);
    }
    await screenshot(page, `ghost-${views[0]}-${at}`);

    const again = await openPage(browser, { path: new URL(page.url()).search, frames: true });
    assert.match(page.url(), at ? /ghost=30$/ : /ghost=30%2C0%3Alearning_rate%3A0.01$/);
    for (let step = 0; step < at + 15; step++) await handle(again.page, "figure.step()");
    assert.equal(await run(again.page), branch);
    for (const view of views) assert.deepEqual(await ghost(again.page, view), left[view], view);

    // The first run by itself, as it was.
    const alone = await openPage(browser, { path, frames: true });
    for (let step = 0; step < 30; step++) await handle(alone.page, "figure.step()");
    assert.deepEqual(await handle(alone.page, "[figure.experiment(), figure.snapshot()]"), first);

    // Undo of what came after keeps the ghost; a reset does not.
    await handle(page, 'figure.set("theme", "dark")');
    await handle(page, 'figure.set("theme", "light")');
    await page.click("[data-action=undo]");
    assert.match(await handle(page, "figure.state().query"), /ghost=30/);
    await page.click("[data-action=reset]");
    assert.doesNotMatch(await handle(page, "figure.state().query"), /ghost/);
    assert.deepEqual([...problems, ...again.problems, ...alone.problems], []);
  });
}

test("another optimizer from where one has gone back to is a branch", async () => {
  for (const path of ["?function=himmelblau&start=-1,2&learning_rate=0.01", "?scene=network"]) {
    const { page, problems } = await openPage(browser, { path, frames: true });
    for (let step = 0; step < 12; step++) await handle(page, "figure.step()");
    const first = await handle(page, "figure.snapshot()");
    await handle(page, "figure.seek(5)");
    await handle(page, 'figure.set("optimizer", "adam")');
    for (let step = 0; step < 6; step++) await handle(page, "figure.step()");
    const run = async (page) => JSON.stringify(await handle(page, "[figure.experiment(), figure.snapshot()]"));
    assert.notDeepEqual(await handle(page, "figure.snapshot()"), first);
    assert.ok((await ghost(page, "map")).length > 1, path);
    const again = await openPage(browser, { path: new URL(page.url()).search, frames: true });
    assert.match(page.url(), /edits=5%3Aoptimizer%3Aadam.*ghost=12/);
    for (let step = 0; step < 11; step++) await handle(again.page, "figure.step()");
    assert.equal(await run(again.page), await run(page));
    assert.deepEqual([...problems, ...again.problems], []);
  }
});

test("a ghost that cannot be is said, and the run is there all the same", async () => {
  for (const wrong of ["x", "99999999", "30,5:seed:3"]) {
    const { page, problems } = await openPage(browser, { path: `?function=wavy&ghost=${wrong}`, frames: true });
    assert.match(await page.textContent("[data-problem]"), /ghost.*up to 10000 steps/);
    await frames(page, 2);
    await handle(page, "figure.step()");
    assert.equal((await handle(page, "figure.snapshot()")).iteration, 1);
    assert.deepEqual(problems, []);
  }
});
