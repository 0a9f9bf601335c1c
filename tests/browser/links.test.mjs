// Old links keep their meaning: each opens the very run that it opened when it was recorded.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { follow } from "../links/follow.mjs";
import { launch, openPage, sweep } from "./support.mjs";

/** How many updates each link was followed for. */
const UPDATES = 30;

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const file = path.join(process.env.DOWNHILL_ROOT, "tests", "links", "links.json");
const links = JSON.parse(await readFile(file, "utf8"));

test("there are links of every scene", () => {
  assert.equal(links.length, 50);
  assert.equal(new Set(links.map(({ scene }) => scene)).size, 5);
});

sweep("each link opens the run on record", async () => {
  const { page } = await openPage(browser, { frames: true });
  for (const { link, ...recorded } of links) {
    await page.goto(new URL(link || ".", process.env.DOWNHILL_URL).href);
    await page.locator("[data-ready]").first().waitFor({ state: "attached" });
    assert.deepEqual(await page.evaluate(follow, UPDATES), recorded, link);
  }
});
