// Instances of the WebAssembly module whose bindings are made by a function.
import type * as Bindings from "#module";

/** The bindings of the module, as wasm-bindgen makes them of the Rust types. */
export type Module = typeof Bindings;
export type Figure = Bindings.Figure;
export type Language = Bindings.Language;

/** One module for all figures of a page, and a new one after it has stopped: what module.ts has. */
export function instances(
  bind: () => unknown,
  bytes: () => BufferSource | Promise<Response>,
): Pick<typeof import("./module.js"), "load" | "leave" | "isOurs"> {
  let current: Promise<Module> | undefined;
  const make = async () => {
    const module = bind() as Module;
    await module.default({ module_or_path: bytes() });
    return module;
  };
  return {
    load() {
      if (!current) {
        const made = make();
        current = made;
        // What could not be loaded is tried again the next time.
        made.catch(() => {
          if (current === made) current = undefined;
        });
      }
      return current;
    },
    leave() {
      current = undefined;
    },
    isOurs: (error): error is WebAssembly.RuntimeError =>
      error instanceof WebAssembly.RuntimeError && !!current,
  };
}
