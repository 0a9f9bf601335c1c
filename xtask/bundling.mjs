// What the bundles of the page and of the npm package share: esbuild's plugins.

import { FluentResource } from "@fluent/bundle";
import { build, transform } from "esbuild";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The texts of a Fluent file, parsed, by their keys. */
const folder = fileURLToPath(new URL("../crates/view/texts", import.meta.url));
const parsed = (file) => {
  const { body } = new FluentResource(readFileSync(path.join(folder, file), "utf8"));
  return Object.fromEntries(body.map(({ id, value }) => [id, value]));
};

/** The texts of all languages, by their names; those that one lacks are in English. */
export const TEXTS = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith(".ftl"))
    .sort()
    .map((file) => [path.parse(file).name, { ...parsed("en.ftl"), ...parsed(file) }]),
);

/** The lesson in each language; in English where there is none. */
const stories = fileURLToPath(new URL("../www/stories", import.meta.url));
export const LESSONS = new Map(
  [...TEXTS.keys()].map((id) => {
    const file = path.join(stories, `lesson.${id}.md`);
    return [id, readFileSync(existsSync(file) ? file : path.join(stories, "lesson.md"), "utf8")];
  }),
);

/** `built:languages` names the languages; `built:texts` and `built:lesson` have the texts and the lesson of each, fetched or in itself. */
export const LANGUAGES = {
  name: "languages",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^built:(languages|texts|lesson)/ }, ({ path }) => ({ path, namespace: "texts", sideEffects: false }));
    onLoad({ filter: /.*/, namespace: "texts" }, ({ path: asked }) => {
      const ids = [...TEXTS.keys()];
      if (asked === "built:languages") {
        const names = Object.fromEntries(ids.map((id) => [id, TEXTS.get(id).language_name]));
        return { contents: `export const languages = ${JSON.stringify(names)};`, loader: "js" };
      }
      const [kind, id] = asked.replace("built:", "").split("/");
      if (!id) {
        const each = ids.map((id) => `${id}: () => import("${asked}/${id}")`);
        return { contents: `const each = { ${each} }; export const ${kind} = async (id) => (await each[id]()).default;`, loader: "js" };
      }
      if (kind === "lesson") return { contents: LESSONS.get(id), loader: "text" };
      return { contents: JSON.stringify(TEXTS.get(id)), loader: "json" };
    });
  },
};

/** Styles that a script brings along: as text, minified. */
export const STYLES = {
  name: "styles",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]styles[\\/][^\\/]*\.css$/ }, async ({ path: file }) => {
      const { code } = await transform(readFileSync(file, "utf8"), { loader: "css", minify: true });
      return { contents: code, loader: "text" };
    });
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
