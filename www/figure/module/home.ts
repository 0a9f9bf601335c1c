// Where the built files lie, for links that lead there.

/** The address of the folder of downhill.js, with a slash at its end. */
export const files = new URL("../", import.meta.url).href;
