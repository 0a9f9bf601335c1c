// How many bytes a reader's browser has to fetch.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { launch, openPage, usually } from "./support.mjs";

/** The most that all files of a scene may weigh, in kB of brotli: above 600 for a reason in BENCHMARKS.md. */
const MOST = 760;

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** The files that the page has fetched: addresses, bytes of each on the way, and bytes unpacked. */
const fetched = (page) =>
  page.evaluate(() =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .filter(({ name }) => name.startsWith("http"))
      .map(({ name, encodedBodySize, decodedBodySize }) => [new URL(name).pathname, encodedBodySize, decodedBodySize]),
  );

for (const address of ["", "?scene=gradient", "?scene=descent", "?scene=neuron", "?scene=network"]) {
  usually(["", "?scene=network"].includes(address))(`${address || "the page"} weighs up to ${MOST} kB`, async () => {
    const { page, problems } = await openPage(browser, { path: address });
    const files = await fetched(page);
    const all = files.reduce((sum, [, bytes]) => sum + bytes, 0);
    const lines = [...files, ["in all, brotli", all]].map(([name, bytes]) => `${(bytes / 1000).toFixed(1).padStart(7)} kB  ${name}`);
    console.log(lines.join("\n"));
    assert.ok(files.length >= 7);
    for (const [name, bytes, unpacked] of files) assert.ok(bytes < unpacked, `${name} comes as it is`);
    assert.ok(all <= 1000 * MOST, `more than ${MOST} kB`);
    assert.deepEqual(problems, []);
  });
}
