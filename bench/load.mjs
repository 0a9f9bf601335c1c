// How a trainer's code comes in, in Node and in a browser.

const inNode = typeof process !== "undefined" && process.versions?.node;

/** A library: in Node by its package, in the browser as the global variable it makes. */
export async function load(global, file, name = global) {
  if (inNode) return (await import("node:module")).createRequire(import.meta.url)(name);
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = resolve;
    script.onerror = () => reject(new Error(`cannot load ${file}`));
    script.src = new URL(`node_modules/${file}`, import.meta.url);
    document.head.append(script);
  });
  return globalThis[global];
}

/** The page's module, with the class `Trainer`, as `cargo xtask bench` has made it. */
export async function downhill() {
  const folder = new URL("module/", import.meta.url);
  const module = await import(new URL("downhill.js", folder));
  const wasm = new URL("downhill_bg.wasm", folder);
  if (inNode) module.initSync({ module: await (await import("node:fs/promises")).readFile(wasm) });
  else await module.default({ module_or_path: wasm });
  return module;
}
