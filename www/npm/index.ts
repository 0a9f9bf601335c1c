// The npm package: importing it defines <downhill-figure>. Where there is no page, as when a server
// renders one, it does nothing.
export type * from "../api.js";

if (typeof HTMLElement !== "undefined") void import("./element.js");
