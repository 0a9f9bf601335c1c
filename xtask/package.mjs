// Makes the npm package: `node xtask/package.mjs OUT WASM LICENCES VERSION`, two folders, a file and a
// number. `npm pack` makes a file of OUT.

import { build } from "esbuild";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { LANGUAGES, STYLES, variant } from "./bundling.mjs";

const [out, wasm, licences, version] = process.argv.slice(2);
const root = fileURLToPath(new URL("..", import.meta.url));
const www = path.join(root, "www");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

// The element, and what it fetches when a figure is wanted: names with hashes, to be kept for ever.
const { metafile } = await build({
  entryPoints: [path.join(www, "npm/index.ts")],
  outdir: out,
  bundle: true,
  minify: true,
  splitting: true,
  format: "esm",
  chunkNames: "[name]-[hash]",
  charset: "utf8",
  plugins: [STYLES, LANGUAGES, variant("npm", wasm)],
  metafile: true,
});
const copies = [
  [path.join(wasm, "downhill_bg.wasm"), "downhill_bg.wasm"],
  // The module without a page, for Node and for programs of others.
  [path.join(wasm, "downhill.js"), "module.js"],
  [path.join(wasm, "downhill.d.ts"), "module.d.ts"],
  [path.join(www, "api.ts"), "index.d.ts"],
  [path.join(www, "contract.ts"), "contract.d.ts"],
  [path.join(root, "docs/embedding.md"), "README.md"],
  [path.join(root, "LICENSE-MIT"), "LICENSE-MIT"],
  [path.join(root, "LICENSE-APACHE"), "LICENSE-APACHE"],
  [licences, "licences.txt"],
];
for (const [from, name] of copies) cpSync(from, path.join(out, name));

const about = {
  name: "downhill-figure",
  version,
  description: "Live figures of gradient descent for posts, slides and lessons: the element <downhill-figure>.",
  keywords: ["gradient descent", "neural network", "machine learning", "custom element", "visualization"],
  license: "MIT OR Apache-2.0",
  type: "module",
  sideEffects: true,
  types: "./index.d.ts",
  exports: {
    ".": { types: "./index.d.ts", default: "./index.js" },
    "./module": { types: "./module.d.ts", default: "./module.js" },
    "./downhill_bg.wasm": "./downhill_bg.wasm",
    "./package.json": "./package.json",
  },
};
writeFileSync(path.join(out, "package.json"), `${JSON.stringify(about, null, 2)}\n`);
for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
  console.log(`${path.relative(out, path.resolve(file))}: ${(bytes / 1000).toFixed(1)} kB`);
}
