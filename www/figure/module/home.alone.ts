// Where the built files lie, for a figure that an ordinary script has brought: in the place of home.ts.

const { src } = (document.currentScript ?? {}) as HTMLScriptElement;

/** The address of the folder of downhill.js, or of the page that holds the script itself. */
export const files = new URL(src ? "../" : "./", src || location.href.replace(/[?#].*/s, "")).href;
