// Data, weights and experiments of one's own: in, and out again.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { frames, handle, href, launch, layoutProblems, openPage, screenshot, sweep, usually } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const rows = Array.from({ length: 60 }, (_, k) => [k % 7, (k % 5) / 2, k % 2 ? "cat" : "dog", `n${k}`, k % 3]);
const csv = ["ears,tail,kind,name,code", ...rows.map((row) => row.join(",")), "NA,1,cat,x,0"].join("\n");

/** Hands a text to the page as a paste, or as a drop. */
function bring(page, type, text) {
  return page.evaluate(({ type, text }) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const init = { bubbles: true, cancelable: true };
    const event = type === "paste" ? new ClipboardEvent(type, { ...init, clipboardData: data }) : new DragEvent(type, { ...init, dataTransfer: data });
    shadow().querySelector(".stage").dispatchEvent(event);
  }, { type, text });
}

const said = (page) => page.textContent("[data-problem]");
const until = (page, expression) => page.waitForFunction(expression, null, { polling: 20 });
const cli = (...call) => execFileSync(process.env.DOWNHILL_CLI, call, { encoding: "utf8", maxBuffer: 1e8 });

for (const type of ["paste", "drop"]) {
  usually(type === "paste")(`a table by ${type}: read, its columns chosen, its mistakes said`, async () => {
    const { page, problems } = await openPage(browser, { frames: true });
    await handle(page, "(figure.step(), figure.step())");
    const before = await handle(page, "figure.snapshot()");
    for (const [text, word] of [
      ["", /empty/],
      ["a,b,y\n1,2,cat\n3\n", /Line 3 has 1 cell/],
      ["a,b,y\n1,2,cat\n2,x,dog\n3,4,dog\n", /line 3, “b” = “x”/],
      ["a,b,y\n1,2,\"cat\n2,3,dog\n", /Line 2: a quote/],
      ["a,b,y\n1,2,3\n4,5,7\n", /two or three classes/],
    ]) {
      await bring(page, type, text);
      await until(page, `shadow().querySelector('[data-problem]').textContent`);
      assert.match(await said(page), word);
      assert.deepEqual(await handle(page, "figure.snapshot()"), before, "the run is as it was");
      await page.selectOption("#weight", "0");
    }
    await bring(page, type, csv);
    await until(page, `shadow().querySelector('#data').value === 'own'`);
    assert.ok(await page.isVisible("[data-table]"));
    const told = () => page.textContent("[data-told]");
    // The last column of words with few classes, not the one of names.
    assert.match(await told(), /^60 rows read\. 1 left out.*line 62, ears\..*: name\.$/);
    // The address brings the same rows, and with them the same numbers.
    const { page: other } = await openPage(browser, { path: new URL(await href(page)).search, frames: true });
    const here = await handle(page, "figure.snapshot()");
    assert.match(await href(page), /points=/);
    assert.deepEqual(await handle(other, "figure.snapshot()"), here);
    const roles = () => page.locator("[data-columns] select").evaluateAll((all) => all.map((it) => it.value));
    assert.deepEqual(await roles(), ["input", "input", "target", "unused", "input"]);
    assert.deepEqual(problems, []);
  });
}

sweep("columns are chosen, and it can be undone", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  const text = csv.replaceAll(/,n\d+,/g, ",,").replace(",x,", ",,");
  await page.click("[data-action=more]");
  await page.fill("[data-paste]", text);
  await page.locator("[data-paste]").blur();
  await until(page, `shadow().querySelector('#data').value === 'own'`);
  const roles = () => page.locator("[data-columns] select").evaluateAll((all) => all.map((it) => it.value));
  assert.deepEqual(await roles(), ["input", "input", "target", "unused", "input"]);
  assert.equal((await handle(page, "figure.experiment()")).data.names.length, 3);
  const select = (column) => page.locator("[data-columns] select").nth(column);
  await select(4).selectOption("target");
  assert.deepEqual(await roles(), ["input", "input", "unused", "unused", "target"]);
  assert.match(await page.textContent("[data-note=task]"), /0, 1, 2/);
  assert.equal(await page.getAttribute("[data-action=classes]", "aria-pressed"), "true");
  const before = await handle(page, "figure.experiment()");
  await page.click("[data-action=classes]");
  assert.match(await said(page), /two or three classes/);
  await select(0).selectOption("unused");
  assert.match(await said(page), /at least two columns/);
  assert.deepEqual(await handle(page, "figure.experiment()"), before);
  assert.deepEqual(await roles(), ["input", "input", "unused", "unused", "target"]);
  // One change at a time: the columns as they were read, then the data before.
  await page.click("[data-action=undo]");
  assert.deepEqual(await roles(), ["input", "input", "target", "unused", "input"]);
  await page.click("[data-action=undo]");
  assert.equal(await page.inputValue("#data"), "penguins");
  assert.ok(await page.isHidden("[data-table]"));
  await page.fill("[data-paste]", text);
  await page.locator("[data-paste]").blur();
  await until(page, `shadow().querySelector('#data').value === 'own'`);
  await page.selectOption("#data", "moons");
  assert.ok(await page.isHidden("[data-table]"));
  assert.deepEqual(problems, []);
});

test("what is saved is what the command line prints", async () => {
  const query = "seed=3&l2=0.01&batch_size=20&scene=network";
  const { page, problems } = await openPage(browser, { path: `?${query}`, frames: true });
  await handle(page, '(figure.set("iterations_per_frame", "50"), figure.play())');
  await frames(page, 3);
  await handle(page, "figure.pause()");
  assert.equal(await handle(page, "figure.snapshot().iteration"), 150);
  await page.click("[data-action=more]");
  const kinds = await page.locator("[data-exports] option").evaluateAll((all) => all.map((it) => it.value));
  assert.deepEqual(kinds, ["numpy", "pytorch", "weights", "data", "history", "experiment"]);
  for (const kind of kinds) {
    await page.selectOption("[data-exports]", kind);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-action=download]")]);
    const saved = path.join(process.env.DOWNHILL_ARTEFACTS, `own-${kind}`);
    await download.saveAs(saved);
    const text = readFileSync(saved, "utf8");
    assert.equal(text, cli("export", kind, "seed=3&l2=0.01&batch_size=20", "--iterations", "150"), kind);
    assert.match(download.suggestedFilename(), /^downhill_\w+\.(py|json|csv)$/);
  }
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.selectOption("[data-exports]", "numpy");
  await page.click("[data-action=copy]");
  await until(page, `shadow().querySelector('[data-copied]').textContent`);
  assert.equal(await page.evaluate("navigator.clipboard.readText()"), await handle(page, 'figure.export("numpy")'));
  assert.deepEqual(problems, []);
});

sweep("weights that go out and come in again give the same loss, also by the address", async () => {
  const { page, problems } = await openPage(browser, { path: "?layers=4-3&seed=5&scene=network", frames: true });
  await handle(page, "(figure.step(), figure.step(), figure.step())");
  const { train, parameters } = await handle(page, "figure.snapshot()");
  const weights = await handle(page, 'figure.export("weights")');
  const experiment = await handle(page, 'figure.export("experiment")');
  const give = (text) => page.setInputFiles("[data-csv]", { name: "w.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.click("[data-action=more]");
  await page.selectOption("#data", "iris");
  await give(weights);
  await until(page, `shadow().querySelector('[data-problem]').textContent`);
  assert.match(await said(page), /weights: layer/);
  await page.selectOption("#data", "penguins");
  // Another shape: it comes with the weights.
  await handle(page, 'figure.set("layers", "6")');
  await give(weights);
  await until(page, `shadow().querySelector('#layers').value === '4-3'`);
  const again = await handle(page, "figure.snapshot()");
  assert.deepEqual([again.train, again.parameters], [train, parameters]);
  const { page: other } = await openPage(browser, { path: new URL(await href(page)).search, frames: true });
  assert.deepEqual((await handle(other, "figure.snapshot()")).parameters, parameters);
  await give(experiment);
  await until(page, `shadow().querySelector('#seed').value === '5' && !new URLSearchParams(location.search).has('start')`);
  for (const [text, word] of [["{", /JSON/], ["{}", /nothing to open/], ['{"weights": [[1]]}', /weights cannot be read/], ['{"query": "seed=x"}', /seed/]]) {
    await give(text);
    await page.waitForFunction((source) => new RegExp(source).test(shadow().querySelector("[data-problem]").textContent), word.source, { polling: 20 });
  }
  assert.deepEqual(problems, []);
});

sweep("the page with a table of one's own is in order at every size", async () => {
  for (const [name, width, height, theme] of [["phone", 390, 844, "light"], ["laptop", 1440, 900, "dark"], ["projector", 1920, 1080, "projector"]]) {
    const { page, problems } = await openPage(browser, { path: `?scene=network&theme=${theme}`, viewport: { width, height } });
    await bring(page, "paste", csv);
    await until(page, `shadow().querySelector('#data').value === 'own'`);
    await page.locator("[data-table]").scrollIntoViewIfNeeded();
    assert.deepEqual(await layoutProblems(page), [], name);
    await screenshot(page, `own_${name}`);
    assert.deepEqual(problems, []);
  }
});
