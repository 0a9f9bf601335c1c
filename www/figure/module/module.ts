// The WebAssembly module, one for all figures of a page, and a new one after it has stopped.
import type * as Bindings from "#module";

/** The bindings of the module, as wasm-bindgen makes them of the Rust types. */
export type Module = typeof Bindings;
export type Figure = Bindings.Figure;
export type Language = Bindings.Language;

let instances = 0;
let current: { url: string; module: Promise<Module> } | undefined;

/** The bindings of a new instance: a script is run again only under another address. */
function instantiate() {
  const query = instances++ ? `?instance=${instances}` : "";
  const { href: url } = new URL(`../wasm/downhill.js${query}`, import.meta.url);
  const module = (import(url) as Promise<Module>).then(async (module) => {
    await module.default();
    return module;
  });
  return { url, module };
}

/** The module, loaded once. What could not be loaded is tried again the next time. */
export function load(): Promise<Module> {
  if (!current) {
    const made = instantiate();
    current = made;
    made.module.catch(() => {
      if (current === made) current = undefined;
    });
  }
  return current.module;
}

/** Leaves the present instance, which has stopped for good. */
export function leave(): void {
  current = undefined;
}

/** Whether an error comes from the present instance. */
export function isOurs(error: unknown): error is WebAssembly.RuntimeError {
  if (!(error instanceof WebAssembly.RuntimeError) || !current) return false;
  return error.stack?.includes(`${current.url}:`) ?? false;
}
