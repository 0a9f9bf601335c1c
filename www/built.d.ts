/** The languages that there are. */
declare module "built:languages" {
  /** What each calls itself, by its tag. */
  export const languages: { readonly [id: string]: string };
}

/** The texts of the languages, as the build puts them into scripts. */
declare module "built:texts" {
  export const texts: typeof import("./figure/texts/texts.js").texts;
}

/** The lesson in each language, as the build puts it into scripts. */
declare module "built:lesson" {
  export const lesson: typeof import("./figure/texts/lesson.js").lesson;
}

/** The bindings of the module and its bytes, as the build puts them into a script. */
declare module "built:module" {
  /** The bindings of a new instance. */
  export function bind(): unknown;
  /** The module's bytes. */
  export function bytes(): Uint8Array;
}
