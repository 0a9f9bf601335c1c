// What the buttons do.

import { openNotes } from "./classroom/notes.js";
import { changeRoom, fullScreen, present } from "./classroom/presenter.js";
import { resume } from "./classroom/sound.js";
import { goOn, tellLesson } from "./classroom/story.js";
import { openTable } from "./classroom/table.js";
import { type Context, one } from "./context.js";
import { openShare } from "./embedding/share.js";
import { copyText, saveFile } from "./file.js";

/** Whether the reader prefers pictures that do not move. */
export const still = matchMedia("(prefers-reduced-motion: reduce)");

const actions = {
  toggle: ({ figure, state }: Context) =>
    still.matches ? figure.step() : state.playback.playing ? figure.pause() : figure.play(),
  part: (it: Context) => {
    it.update({ drawer: "four_steps" });
    it.figure.part();
  },
  step: ({ figure }: Context) => figure.step(),
  stepBack: ({ figure }: Context) => figure.stepBack(),
  toStart: ({ figure }: Context) => figure.seek(0),
  toEnd: ({ figure, state }: Context) => figure.seek(state.timeline.furthest),
  toRose: ({ figure, state }: Context) => figure.seek(state.timeline.rose ?? 0),
  stopRecomputing: ({ figure }: Context) => figure.stopRecomputing(),
  undo: ({ figure }: Context) => figure.undo(),
  keep: ({ figure }: Context) => figure.keep(),
  reset: ({ figure }: Context) => figure.reset(),
  halve: (it: Context) => {
    it.figure.halve();
    one(it, "[data-action=toggle]").focus();
  },
  settle: (it: Context) => {
    it.figure.settle();
    one(it, "[data-action=toggle]").focus();
  },
  newStart: ({ figure }: Context) => figure.newStart(),
  classes: ({ figure, state }: Context) => figure.chooseClasses(!state.table?.classes),
  download: (it: Context) => {
    const { value } = one<HTMLSelectElement>(it, "[data-exports]");
    const [, file] = it.figure.exports().find(([id]) => id === value) ?? [];
    saveFile(new Blob([it.figure.export(value)]), file ?? "");
  },
  copy: async (it: Context) => {
    const copied = it.figure.export(one<HTMLSelectElement>(it, "[data-exports]").value);
    if (!(await copyText(copied))) return it.say(it.text("copy_failed"));
    it.update({ copied: true });
    setTimeout(() => it.update({ copied: false }), 2000);
  },
  dropTen: ({ figure, state }: Context) => {
    const on = state.controls.race !== "starts";
    figure.set("race", on ? "starts" : "");
    if (on && !still.matches) figure.play();
  },
  hold: ({ figure, state }: Context) =>
    figure.set("plane_at", state.controls.plane_at === "" ? String(state.timeline.at) : ""),
  turnBack: ({ figure }: Context) => figure.turnBack(),
  share: (it: Context) => openShare(it),
  present: (it: Context) => present(it),
  fullScreen: (it: Context) => fullScreen(it),
  notes: (it: Context) => openNotes(it),
  changeRoom: (it: Context) => changeRoom(it),
  beatNext: (it: Context) => void goOn(it, 1),
  beatBack: (it: Context) => void goOn(it, -1),
  tellLesson: (it: Context) => void tellLesson(it),
  closeStory: ({ figure }: Context) => figure.closeStory(),
  keys: (it: Context) => {
    it.update({ keys: true });
    it.root.querySelector<HTMLDialogElement>("dialog.keys")?.showModal();
  },
  result: (it: Context) => openShare(it, { at: true }),
  table: (it: Context) => openTable(it),
  sound: (it: Context) => {
    // Before a hand has done something, a browser is silent.
    if (!it.ui.sound) resume();
    it.update({ sound: !it.ui.sound });
  },
  more: (it: Context) => it.update({ more: !it.ui.more }),
};

/** The name of an action. */
export type Action = keyof typeof actions;

/** Does what a button is for. */
export function act(it: Context, action: Action): void {
  it.attempt(() => void actions[action](it));
}
