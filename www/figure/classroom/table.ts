// The pictures in sight, and the run, in numbers.
import type { Context } from "../context.js";
import { shownViews } from "../embedding/image.js";
import { copyText } from "../file.js";

/** Opens the dialogue with the first picture in sight. */
export function openTable(it: Context): void {
  it.figure.pause();
  it.update({ table: shownViews(it)[0] ?? "run", copied: false });
  it.root.querySelector<HTMLDialogElement>("dialog.table")?.showModal();
}

/** Copies a table as CSV, or says that this could not be done. */
export async function copyTable(it: Context, csv: string): Promise<void> {
  if (await copyText(csv)) it.update({ copied: true });
  else it.say(it.text("copy_failed"));
}
