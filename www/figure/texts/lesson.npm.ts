// The lesson in a package, a part of the bundle that is fetched when it is wanted: in the place of lesson.ts.
export { lesson } from "built:lesson";
