// The languages of the npm package, parts of the bundle that are fetched when they are wanted: in the place of texts.ts.
export { texts } from "built:texts";
