// The guide: the documents for those who use Downhill, as pages. Below each example in HTML stands
// what it makes.

import { Marked, Renderer } from "marked";
import { readFileSync } from "node:fs";
import path from "node:path";

/** The documents, in the order in which they are offered. */
const DOCUMENTS = ["using", "formulas", "embedding", "keys", "command-line"];

/** Where else their links lead to, on a page that is built. */
const ELSEWHERE = new Map([["../www/api.ts", "../downhill.d.ts"]]);

const titleOf = (markdown) => markdown.match(/^# (.*)$/m)[1];

/** What an example makes: with the files beside it, and without the script that the page has already. */
const live = (example) => `<div class="live">${example.replaceAll("https://HOST/downhill/", "../")}</div>`;

/** The pages of the documents in a folder, by their names. */
export function guide(folder, frame) {
  const documents = DOCUMENTS.map((name) => [name, readFileSync(path.join(folder, `${name}.md`), "utf8")]);
  return documents.map(([name, markdown]) => {
    const usual = new Renderer();
    const renderer = {
      code(block) {
        return `<div class="block">${usual.code(block)}</div>${block.lang === "html" ? live(block.text) : ""}`;
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const page = href.replace(/^([a-z-]+)\.md/, "$1.html");
        const to = ELSEWHERE.get(href) ?? page;
        // What lies in the repository alone has no address here.
        return to.startsWith("../") && !ELSEWHERE.has(href) ? text : `<a href="${to}">${text}</a>`;
      },
    };
    const content = new Marked({ renderer }).parse(markdown);
    const pages = documents.map(([other, of]) => {
      const current = other === name ? ' aria-current="page"' : "";
      return `<a href="${other}.html"${current}>${titleOf(of)}</a>`;
    });
    const parts = { TITLE: titleOf(markdown), PAGES: pages.join(""), CONTENT: content };
    return [`${name}.html`, frame.replace(/TITLE|PAGES|CONTENT/g, (part) => parts[part])];
  });
}
