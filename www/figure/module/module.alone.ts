// The WebAssembly module where a browser loads no modules, from a file and in a sandboxed frame:
// in the place of module.ts, with the bindings and the bytes in one script.
import { bind, bytes } from "built:module";
import { instances } from "./instances.js";

export type { Figure, Language, Module } from "./instances.js";

export const { load, leave, isOurs } = instances(bind, () => bytes() as BufferSource);
