// Faults are told and survived: an error of the page's, and a fault that stops the module.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { host } from "./host.mjs";
import { launch, usually } from "./support.mjs";

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await host();
});
after(async () => {
  server.stop();
  await browser?.close();
});

/** Two figures, and what the browser complains about. */
async function visit() {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
  const problems = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.goto(`${server.address}two.html`);
  await page.locator("[data-ready]").nth(1).waitFor({ timeout: 60_000 });
  return { page, problems };
}

const ask = (page, id, call) => page.evaluate(`((it) => ${call})(document.getElementById("${id}"))`);

/** Has the next drawing of a figure call the figure: a fault, for it is being drawn. */
function spoil(it) {
  const canvas = it.shadowRoot.querySelector("[data-view=map]");
  const { figure } = it;
  Object.defineProperty(canvas, "width", { get: () => figure.step(), set: () => {} });
}

for (const [name, action] of [
  ["a press", (it) => it.shadowRoot.querySelector("[data-action=step]").click()],
  ["another size", (it) => (it.style.width = "700px")],
  ["a frame of a run", (it) => it.shadowRoot.querySelector("[data-action=toggle]").click()],
  ["a call of the page's", (it) => { try { it.set("learning_rate", "0.02"); } catch {} }],
]) {
  usually(name === "a frame of a run")(`a fault by ${name} stops one figure, which says so; the others go on where they were`, async () => {
    const { page, problems } = await visit();
    await ask(page, "second", 'it.set("learning_rate", "0.3")');
    await ask(page, "first", 'it.set("seed", "9")');
    const [first, second] = [await ask(page, "first", "it.query"), await ask(page, "second", "it.query")];
    // In one go: a frame in between would be the first to draw.
    await ask(page, "first", `{ (${spoil})(it); (${action})(it); }`);
    const said = page.locator("#first [role=status]", { hasText: "has stopped" });
    await said.waitFor({ timeout: 30_000 });
    assert.ok(await page.getByText("One ball.").isVisible(), "what stands inside it is shown");
    assert.ok(problems.some((it) => /already borrowed/.test(it)), `${problems}`);
    // The other one lives, in a new instance.
    await page.waitForFunction(() => document.getElementById("second").figure);
    assert.equal(await ask(page, "second", "it.query"), second);
    await ask(page, "second", "it.figure.step()");
    assert.equal(await ask(page, "second", "it.figure.state().timeline.at"), 1);
    assert.equal(await ask(page, "first", "it.figure === undefined"), true);
    await said.getByRole("button").click();
    await page.waitForFunction(() => document.getElementById("first").figure);
    assert.equal(await ask(page, "first", "it.query"), first);
    await ask(page, "first", "it.figure.step()");
    assert.ok(await said.isHidden());
    await page.close();
  });
}

test("an error in a listener of the page's is in the console, and the figure goes on", async () => {
  const { page, problems } = await visit();
  await ask(page, "first", 'it.addEventListener("change", () => { throw new Error("of the page"); })');
  await ask(page, "first", 'it.set("learning_rate", "0.02")');
  assert.ok(problems.some((it) => /of the page/.test(it)), `${problems}`);
  problems.length = 0;
  await ask(page, "first", 'it.figure.listen(() => { throw new Error("of its listener"); })');
  const said = page.waitForEvent("console", (message) => /of its listener/.test(message.text()));
  await ask(page, "first", "it.figure.step()");
  await said;
  assert.equal(await ask(page, "first", "it.figure.snapshot().iteration"), 1);
});
