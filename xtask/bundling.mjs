// What the bundles of the page and of the npm package share: esbuild's plugins.

import { build, transform } from "esbuild";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Styles that a script brings along: as text, minified; and a story, as it is. */
export const STYLES = {
  name: "styles",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]styles[\\/][^\\/]*\.css$/ }, async ({ path: file }) => {
      const { code } = await transform(readFileSync(file, "utf8"), { loader: "css", minify: true });
      return { contents: code, loader: "text" };
    });
    onLoad({ filter: /[\\/]stories[\\/][^\\/]*\.md$/ }, ({ path: file }) => ({
      contents: readFileSync(file, "utf8"),
      loader: "text",
    }));
  },
};

/**
 * The figure in another form than the page's: files that have one by this name take the place of
 * the usual ones, and `built:module` has the bindings and the bytes of the module.
 */
export const variant = (name, wasm) => ({
  name,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path: asked, resolveDir }) => {
      const file = path.join(resolveDir, asked.replace(/\.js$/, `.${name}.ts`));
      return existsSync(file) ? { path: file } : undefined;
    });
    onResolve({ filter: /^built:module$/ }, () => ({ path: "module", namespace: "built", sideEffects: false }));
    onLoad({ filter: /.*/, namespace: "built" }, async () => {
      // A function makes the bindings: after a fault, there are new ones.
      const { outputFiles: [{ text }] } = await build({
        entryPoints: [path.join(wasm, "downhill.js")],
        bundle: true,
        minify: true,
        write: false,
        format: "iife",
        globalName: "bindings",
        define: { "import.meta.url": "location.href" },
      });
      const bytes = readFileSync(path.join(wasm, "downhill_bg.wasm")).toString("base64");
      const contents = `export function bind() { ${text}; return bindings; }
        export const bytes = () => Uint8Array.from(atob("${bytes}"), (it) => it.charCodeAt(0));`;
      return { contents, loader: "js" };
    });
  },
});
