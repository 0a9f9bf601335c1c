// A script as an author writes it: it is read by a type checker only.
import "downhill-figure";
import type { DownhillFigureElement, SavedState } from "downhill-figure";

const figure: DownhillFigureElement = document.createElement("downhill-figure");
figure.set("learning_rate", 0.1);
figure.addEventListener("step", ({ detail: { iteration, numbers } }) => {
  const said: string = `${iteration}: ${numbers.map(({ key, value }) => `${key} ${value}`)}`;
  document.title = said;
});
const state: SavedState = await figure.getState();
await figure.setState(state);
const picture: Blob = await figure.toImage({ format: "svg", width: 640, height: 400 });
const { columns, rows } = await figure.table();
console.log(picture.size, columns.join(), rows.length);
// @ts-expect-error: there is no such call.
figure.fly();
export {};
