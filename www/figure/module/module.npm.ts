// The WebAssembly module in the npm package: in the place of module.ts, with the bindings in the
// script and the bytes in a file beside it, where bundlers find it.
import { bind } from "built:module";
import { instances } from "./instances.js";

export type { Figure, Language, Module } from "./instances.js";

export const { load, leave, isOurs } = instances(bind, () =>
  fetch(new URL("./downhill_bg.wasm", import.meta.url)),
);
