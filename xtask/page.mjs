// Makes the page's files: `node xtask/page.mjs OUT WASM LICENCES`, two folders and a file.
// Scripts and styles are bundled and minified by esbuild, and each file gets a brotli and a gzip
// version beside it for hosts that send these. Files that are there already stay untouched.

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { LANGUAGES, LESSONS, STYLES, TEXTS, variant } from "./bundling.mjs";
import { guide } from "./guide.mjs";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";

const [out, wasm, licences] = process.argv.slice(2);
const www = fileURLToPath(new URL("../www", import.meta.url));

/** Extensions of compressed files, and how they are made and read. */
const ENCODINGS = [
  [".br", brotliCompressSync, brotliDecompressSync],
  [".gz", (bytes) => gzipSync(bytes, { level: 9 }), gunzipSync],
];

/** The page's files, by their names with slashes. */
const page = new Map([["licences.txt", readFileSync(licences)]]);
for (const [folder, prefix] of [[www, ""], [wasm, "wasm/"]]) {
  for (const name of readdirSync(folder)) {
    if (/\.(html|svg|wasm)$/.test(name)) page.set(prefix + name, readFileSync(path.join(folder, name)));
  }
}
page.set("embed/index.html", readFileSync(path.join(www, "embed/index.html")));
page.set("stories/lesson.md", readFileSync(path.join(www, "stories/lesson.md")));
for (const [id, lesson] of LESSONS) page.set(`stories/lesson.${id}.md`, Buffer.from(lesson));
// The element's types: those of its calls, and those of what they answer.
const declared = (name) => Buffer.from(readFileSync(path.join(www, name), "utf8"));
page.set("downhill.d.ts", declared("api.ts"));
page.set("contract.d.ts", declared("contract.ts"));
const frame = readFileSync(path.join(www, "guide/page.html"), "utf8");
const docs = path.join(www, "../docs");
for (const [name, text] of guide(docs, frame)) page.set(`guide/${name}`, Buffer.from(text));
page.set("guide/poster.svg", readFileSync(path.join(docs, "poster.svg")));
for (const [id, texts] of TEXTS) page.set(`texts/${id}.json`, Buffer.from(JSON.stringify(texts)));
/** Bundles scripts and styles into files of the page. */
const bundle = async (format, entryPoints, plugins = [], define = {}) => {
  const settings = { outdir: out, bundle: true, minify: true, write: false, define, plugins: [STYLES, LANGUAGES, ...plugins] };
  const { outputFiles } = await build({ ...settings, format, entryPoints });
  for (const { path: file, contents } of outputFiles) {
    page.set(path.relative(out, file).replaceAll(path.sep, "/"), Buffer.from(contents));
  }
};

// The element is an ordinary script: it runs from a file, and in a sandboxed frame. So does the
// page of a frame, and there the whole figure.
await bundle("iife", [
  { in: path.join(www, "downhill.ts"), out: "downhill" },
  { in: path.join(www, "embed.ts"), out: "embed" },
]);
await bundle("iife", [{ in: path.join(www, "figure/alone.ts"), out: "figure/alone" }], [variant("alone", wasm)]);
await bundle("esm", [
  { in: path.join(www, "figure/figure.ts"), out: "figure/figure" },
  { in: path.join(www, "page.ts"), out: "page" },
  { in: path.join(www, "page.css"), out: "page" },
  { in: path.join(www, "embed.css"), out: "embed" },
  { in: path.join(www, "guide/guide.ts"), out: "guide/guide" },
  { in: path.join(www, "guide/guide.css"), out: "guide/guide" },
  { in: path.join(wasm, "downhill.js"), out: "wasm/downhill" },
]);

/** A script's text within markup. */
const script = (name) => `<script>${page.get(name).toString().replaceAll("</script", "<\\/script")}</script>`;

// Everything in one file, for a memory stick: the page, its styles and its scripts, in their order.
const single = page
  .get("index.html")
  .toString()
  .replace(/^.*<link rel="(modulepreload|preload)".*\n/gm, "")
  .replace(/^.*<script .*\n/gm, "")
  .replace(/<link rel="icon".*>/, () => `<link rel="icon" href="data:image/svg+xml;base64,${page.get("icon.svg").toString("base64")}">`)
  .replace(/<link rel="stylesheet".*>/, () => `<style>${page.get("page.css")}</style>`)
  .replace("</head>", () => `${script("downhill.js")}${script("figure/alone.js")}</head>`)
  .replace("</body>", () => `${script("page.js")}</body>`);
page.set("downhill.html", Buffer.from(single));

// What a page needs without a network, kept under a name that changes with any of it.
const kept = ["index.html", "page.css", "page.js", "downhill.js", "figure/figure.js", "wasm/downhill.js", "wasm/downhill_bg.wasm"];
kept.push("icon.svg", "embed/index.html", "embed.css", "embed.js");
for (const id of TEXTS.keys()) kept.push(`texts/${id}.json`, `stories/lesson.${id}.md`);
const fingerprint = createHash("sha256");
for (const name of kept) fingerprint.update(page.get(name));
await bundle("iife", [{ in: path.join(www, "offline.ts"), out: "offline" }], [], {
  BUILD: JSON.stringify(fingerprint.digest("hex").slice(0, 16)),
  FILES: JSON.stringify(kept.map((name) => `./${name.replace(/index\.html$/, "")}`)),
});

/** What a file holds, or undefined. */
const read = (name) => {
  try {
    return readFileSync(path.join(out, name));
  } catch {
    return undefined;
  }
};
const write = (name, bytes) => {
  mkdirSync(path.dirname(path.join(out, name)), { recursive: true });
  writeFileSync(path.join(out, name), bytes);
};

/** The compressed version of a file: the one that is there if it holds the same. */
const compressed = (name, bytes, [extension, compress, decompress]) => {
  const old = read(name + extension);
  try {
    if (old && decompress(old).equals(bytes)) return old;
  } catch {
    // A write that was cut short.
  }
  const made = compress(bytes);
  write(name + extension, made);
  return made;
};

const kB = (size) => `${(size / 1000).toFixed(1)} kB`;
const print = (name, [plain, brotli, gzip]) => console.log(`${name}: ${kB(plain)}, brotli ${kB(brotli)}, gzip ${kB(gzip)}`);
const total = [0, 0, 0];
for (const [name, bytes] of page) {
  if (!read(name)?.equals(bytes)) write(name, bytes);
  if (name === "downhill.html") {
    // It is kept, not served.
    console.log(`${name}: ${kB(bytes.length)}`);
    continue;
  }
  const sizes = [bytes, ...ENCODINGS.map((encoding) => compressed(name, bytes, encoding))].map((it) => it.length);
  print(name, sizes);
  // No page fetches these, or none that fetches the rest.
  if (name === "licences.txt" || name === "figure/alone.js" || /\.(d\.ts|md)$|^guide\/|^texts\/(?!en)/.test(name)) continue;
  sizes.forEach((size, index) => (total[index] += size));
}
print("in all", total);

const names = new Set([...page.keys()].flatMap((name) => [name, ...ENCODINGS.map(([extension]) => name + extension)]));
for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath ?? entry.path, entry.name);
  if (entry.isFile() && !names.has(path.relative(out, file).replaceAll(path.sep, "/"))) rmSync(file);
}
