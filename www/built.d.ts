/** The bindings of the module and its bytes, as the build puts them into a script. */
declare module "built:module" {
  /** The bindings of a new instance. */
  export function bind(): unknown;
  /** The module's bytes. */
  export function bytes(): Uint8Array;
}
