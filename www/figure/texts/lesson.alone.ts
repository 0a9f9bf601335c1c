// The lesson where no file can be fetched: in the script itself, in the place of lesson.ts.
export { lesson } from "built:lesson";
