// Languages: their files say the same things, the page and the command line say the same of them, and a figure
// changes its language and nothing else.

import { FluentBundle, FluentResource } from "@fluent/bundle";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { canvasProblems, handle, href, laidOut, launch, layoutProblems, openPage, sentence, sweep } from "./support.mjs";

const ROOT = process.env.DOWNHILL_ROOT;
const FOLDER = path.join(ROOT, "crates/view/texts");

const filesOf = (folder, ending) =>
  readdirSync(path.join(ROOT, folder), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(path.join(ROOT, folder, name), "utf8"));

/** A language's texts as they stand in its file, by key. */
const read = (id) => {
  const text = readFileSync(path.join(FOLDER, `${id}.ftl`), "utf8");
  return new Map([...text.matchAll(/^([a-zA-Z][\w-]*) =(.*(?:\n[ \t]+.*)*)/gm)].map(([, key, said]) => [key, said]));
};

const IDS = readdirSync(FOLDER).map((file) => path.parse(file).name);
const ENGLISH = read("en");
const OTHERS = IDS.filter((id) => id !== "en");

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

for (const id of IDS) {
  test(`${id}: every message is there, and takes the values and marks the words that English does`, () => {
    const texts = read(id);
    const wrong = [...ENGLISH.keys()].filter((key) => !texts.has(key)).map((key) => `missing: ${key}`);
    // What the core says in English: crates/view/tests/all/of_core.rs.
    wrong.push(...[...texts.keys()].filter((key) => !ENGLISH.has(key) && !key.startsWith("core_")).map((key) => `unknown: ${key}`));
    const file = readFileSync(path.join(FOLDER, `${id}.ftl`), "utf8");
    assert.equal([...file.matchAll(/^[a-zA-Z][\w-]* =/gm)].length, texts.size, "no key stands twice");
    const resource = new FluentResource(file);
    const parsed = new Set(resource.body.map((message) => message.id));
    const set = (said, pattern) => [...new Set([...said.matchAll(pattern)].map(([, name]) => name))].sort().join();
    for (const [key, said] of texts) {
      const usual = ENGLISH.get(key) ?? said;
      if (!parsed.has(key)) wrong.push(`no Fluent: ${key}`);
      // A language may have no use for the number by which another chooses a plural.
      for (const pattern of [/\$(?!n\b)(\w+)/g, /\[([a-z]+(?:-\d)?):/g]) {
        if (set(said, pattern) !== set(usual, pattern)) wrong.push(`${key}: ${set(said, pattern)} in the place of ${set(usual, pattern)}`);
      }
      if (/^ \{ " " \}/.test(said) !== /^ \{ " " \}/.test(usual)) wrong.push(`${key}: the space at its beginning`);
    }
    const bundle = new FluentBundle(id, { useIsolating: false });
    assert.deepEqual(bundle.addResource(resource), []);
    for (const [key, said] of texts) {
      const names = [...said.matchAll(/\$(\w+)/g)].map(([, name]) => name);
      for (const n of [0, 1, 2, 3, 11, 100]) {
        const errors = [];
        const values = Object.fromEntries(names.map((name) => [name, name === "n" ? n : `‹${name}›`]));
        bundle.formatPattern(bundle.getMessage(key)?.value ?? "", values, errors);
        if (errors.length) wrong.push(`${key}: ${errors}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
}

/** Words that a language shares with English, in messages that are the same in both. */
const SHARED = {
  ar: "Downhill Page Down Up Escape Enter Ctrl",
  de: "Downhill Gradient Neuron Quotient Pause Iteration Link Escape Enter",
  es: "Downhill iris dropout nats error Ctrl",
  fr: "Downhill Gradient gradients gradient iris test validation second point patience Pause activation dropout Surface nats Question Notes Ctrl",
};

for (const id of OTHERS) {
  test(`${id}: no message is still in English`, () => {
    const shared = new Set((SHARED[id] ?? "").split(" "));
    const wordsOf = (said) => said.replace(/\{[^}]*\}|\[[\w-]+:/g, " ").match(/\p{L}{3,}/gu) ?? [];
    const english = [...read(id)].filter(([key, said]) => key !== "text_direction" && said === ENGLISH.get(key));
    assert.deepEqual(english.filter(([, said]) => wordsOf(said).some((word) => !shared.has(word))), []);
  });
}

test("every message is asked for somewhere", () => {
  const sources = ["core", "view", "app", "web", "cli"].flatMap((name) => filesOf(`crates/${name}/src`, ".rs"));
  const code = [...sources, ...filesOf("www", ".ts")].map((text) => text.replace(/^\s*\/\/.*$/gm, "")).join("\n");
  const names = new Set([...code.matchAll(/(?<=["'`])[\w.-]+(?=["'`])/g)].map(([name]) => name.replace(".", "-")));
  // Lists of names in one text, such as the parts of the page.
  for (const [, list] of code.matchAll(/"([\w -]+)"/g)) for (const name of list.split(" ")) names.add(name);
  // Keys that are put together: `scene_{id}`.
  const made = [...code.matchAll(/(?<=["`])[\w-]*(?:\$?\{[^{}\n]*\}[\w-]*)+(?=["`])/g)].map(([text]) =>
    text.split(/\$?\{[^{}\n]*\}/),
  );
  const fits = (key, [start, ...rest]) => {
    if (!key.startsWith(start)) return false;
    const left = key.slice(start.length);
    if (!rest.length) return !left;
    // What stands in the place of a value is a name or a number itself.
    return [...left].some((_, at) => {
      const value = left.slice(0, at + 1);
      return (names.has(value) || /^\d+$/.test(value)) && fits(left.slice(at + 1), rest);
    });
  };
  const put = made.filter((parts) => parts.some((part) => part.includes("_")));
  const unused = [...ENGLISH.keys()].filter((key) => !names.has(key) && !put.some((parts) => fits(key, parts)));
  assert.deepEqual(unused, []);
});

test("the command line draws what the page draws, in each language", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "downhill-"));
  for (const id of IDS) {
    const { page } = await openPage(browser, { path: `?scene=gradient&function=x^2&start=1.25&language=${id}` });
    const drawn = await page.evaluate(() => {
      const { marks } = shadow().host.figure.drawing("curve");
      return marks.map(({ text }) => text).filter(Boolean).sort();
    });
    const file = path.join(folder, `${id}.svg`);
    execFileSync(process.env.DOWNHILL_CLI, ["render", "scene=gradient&function=x^2&start=1.25", "--language", id, "--size", "1400x900", "-o", file]);
    const written = [...readFileSync(file, "utf8").matchAll(/<text[^>]*>\s*([^<]*?)\s*<\/text>/g)].map(([, text]) => text);
    // A file says with each text of such a language that it goes from right to left.
    const plain = written.map((text) => text.replace(/^\u2067(.*)\u2069$/u, "$1"));
    const words = (texts) => [...new Set(texts)].filter((text) => /\p{L}{3}/u.test(text)).sort();
    // In a smaller picture there may be no room for a label.
    assert.deepEqual(words(drawn).filter((text) => !words(plain).includes(text)), [], id);
    assert.ok(words(drawn).length > 1, "something is said");
    await page.context().close();
  }
});

test("a figure changes its language by a control, and its run stays bit for bit", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network&seed=3", viewport: { width: 1440, height: 900 } });
  await handle(page, "(figure.step(), figure.step(), figure.step())");
  const state = () => handle(page, "figure.snapshot()");
  const before = await state();
  const root = () => page.evaluate(() => (({ lang, dir }) => ({ lang, dir }))(shadow().querySelector(".downhill")));
  assert.deepEqual(await root(), { lang: "en", dir: "ltr" });
  const said = new Set([await sentence(page)]);
  await page.click("[data-action=more]");
  for (const id of OTHERS) {
    await page.selectOption("#language", id);
    await page.locator(`.downhill[lang=${id}]`).waitFor();
    await laidOut(page);
    const { dir } = await root();
    assert.equal(dir, / rtl$/.test(read(id).get("text_direction")) ? "rtl" : "ltr");
    said.add(await sentence(page));
    assert.deepEqual(await state(), before);
    assert.match(await href(page), new RegExp(`language=${id}`));
  }
  assert.equal(said.size, IDS.length, "each says it in its own words");
  await page.selectOption("#language", "auto");
  await page.locator(".downhill[lang=en]").waitFor();
  assert.deepEqual(problems, []);
});

test("an element speaks the language of the page around it, and follows it", async () => {
  const { page } = await openPage(browser, { path: "" });
  const lang = () => page.evaluate(() => shadow().querySelector(".downhill").lang);
  const tell = (lang) => page.evaluate((lang) => document.querySelector("downhill-figure").setAttribute("lang", lang), lang);
  await tell("de-AT");
  await page.locator(".downhill[lang=de]").waitFor();
  await tell("tlh");
  await page.locator(".downhill[lang=en]").waitFor();
  assert.equal(await lang(), "en");
});

test("the page speaks its reader's language, and English where it has none of it", async () => {
  for (const [locale, id] of [["de-DE", "de"], ["tlh", "en"]]) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(process.env.DOWNHILL_URL);
    await page.locator(`.downhill[lang=${id}]`).waitFor();
    await context.close();
  }
});

test("numbers are written as the language writes them, and typed as ever", async () => {
  const { page } = await openPage(browser, { path: "?scene=gradient&function=x^2&start=1.25&learning_rate=0.15&language=de" });
  assert.match(await sentence(page), /2,50/);
  assert.equal(await page.inputValue("#learning_rate"), "0.15");
  assert.match(await handle(page, "figure.state().query"), /start=1\.25/);
});

/** What is wrong with the layout; the pieces of a sentence lie line upon line. */
const misplaced = async (page) => (await layoutProblems(page)).filter((it) => !/^<span> .* overlaps <span> /.test(it));

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  for (const id of OTHERS) {
    const name = `at ${viewport.width}, everything has its place in ${id}`;
    (viewport.width === 390 ? sweep : test)(name, async () => {
      for (const scene of ["derivative", "gradient", "descent", "neuron", "network"]) {
        const { page } = await openPage(browser, { path: `?scene=${scene}&language=${id}`, viewport });
        await laidOut(page);
        assert.deepEqual(await misplaced(page), [], scene);
        assert.deepEqual(await page.evaluate(canvasProblems), [], scene);
        await page.context().close();
      }
    });
  }
}
