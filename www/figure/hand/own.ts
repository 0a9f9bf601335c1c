// Data of one's own: a file that is opened or dropped, a text that is pasted.

import { isStory, tellFile } from "../classroom/story.js";
import type { Context } from "../context.js";

/** What is brought: a file, or a text. */
type Brought = { file: File; text?: never } | { text: string; file?: never };

/** Opens a file or a text of one's own, and shows what was read. */
export async function bring(it: Context, { file, text }: Brought): Promise<void> {
  const bytes = file && new Uint8Array(await file.arrayBuffer());
  it.attempt(() => {
    if (bytes) it.figure.openFile(bytes);
    else it.figure.setCsv(text ?? "");
  });
  // Also of a table that is not learned from: there other columns can be chosen.
  if (it.state.table) it.update({ more: true });
}

/** What is pasted into the figure or dropped on it. */
function brought(data: DataTransfer | null): Brought {
  const [file] = data?.files ?? [];
  return file ? { file } : { text: data?.getData("text") ?? "" };
}

/** What the whole figure hears. */
export const owns = (it: Context) => ({
  paste: (event: ClipboardEvent) => {
    const [target] = event.composedPath() as Element[];
    if (it.state.scene.mode !== "network" || target?.matches("input")) return;
    event.preventDefault();
    void bring(it, brought(event.clipboardData));
  },
  dragover: (event: DragEvent) => {
    // What a file is called is not told before it is dropped.
    const file = event.dataTransfer?.types.includes("Files");
    if (file || it.state.scene.mode === "network") event.preventDefault();
  },
  drop: (event: DragEvent) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file && it.state.scene.mode !== "network") return;
    event.preventDefault();
    if (file && isStory(file)) void tellFile(it, file);
    else if (it.state.scene.mode === "network") void bring(it, brought(event.dataTransfer));
    else it.say(it.text("story_dropped"));
  },
});
