// All languages, for a figure that an ordinary script has brought: in the place of texts.ts.
export { texts } from "built:texts";
