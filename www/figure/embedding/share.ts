// What a figure is shared as: links, code for pages of others, files.
import { groupOf } from "../classroom/classroom.js";
import type { Context, Sharing, Still } from "../context.js";
import { copyText, saveFile } from "../file.js";
import { files } from "../module/home.js";
import { plain } from "../texts/words.js";
import { escaped, image, shownViews, vectorNode } from "./image.js";

/** Opens the dialogue, with some of it chosen. */
export function openShare(it: Context, chosen: Partial<Sharing> = {}): void {
  const sharing: Sharing = {
    at: false,
    view: "",
    width: 720,
    height: 540,
    copied: "",
    problem: "",
    group: groupOf(it),
    ...chosen,
  };
  it.update({ sharing });
  const dialogue = it.root.querySelector<HTMLDialogElement>("dialog.share");
  dialogue?.showModal();
  preview(it);
}

/** Shows what has been chosen in it. */
export function share(it: Context, change: Partial<Sharing>): void {
  const { sharing } = it.ui;
  if (!sharing) return;
  it.update({ sharing: { ...sharing, copied: "", problem: "", ...change } });
  preview(it);
}

/** The site that links lead to, with a slash at its end; none if there is none. */
export function home(it: Context): string {
  const given = it.root.host.getAttribute("home");
  const folder = given?.replace(/\/?$/, "/") ?? "";
  return given && URL.canParse(folder, location.href) ? new URL(folder, location.href).href : files;
}

/** The query that is shared; null if it is too long. */
function queried(it: Context, { at }: Sharing): string | null {
  try {
    return at ? it.figure.link() : it.figure.state().query;
  } catch {
    return null;
  }
}

/** The texts that are copied, by their names; none if the experiment is too long for a link. */
export function shared(it: Context, sharing: Sharing): [name: string, text: string][] {
  const query = queried(it, sharing);
  const site = home(it);
  if (query === null || !site) return [];
  const { view, width, height } = sharing;
  const link = `${site}${query && `?${query}`}`;
  const embedded = [query, view && `view=${view}`].filter(Boolean).join("&");
  const title = it.text("name");
  const sized = `max-width:${width}px;aspect-ratio:${width}/${height}`;
  const said = it.text("embed_said");
  const alone = view && ` view="${escaped(view)}"`;
  return [
    ["link", link],
    [
      "iframe",
      `<iframe src="${escaped(`${site}embed/${embedded && `?${embedded}`}`)}" title="${escaped(title)}" loading="lazy" allow="clipboard-write" style="display:block;width:100%;border:0;${sized}"></iframe>`,
    ],
    [
      "element",
      `<script src="${escaped(`${site}downhill.js`)}" async></script>
<downhill-figure query="${escaped(query)}"${alone} ratio="${width}/${height}" style="display:block;${sized}">
  <p>${escaped(said)} <a href="${escaped(link)}">${escaped(it.text("embed_open"))}</a></p>
</downhill-figure>`,
    ],
  ];
}

/** Whether links lead to where others cannot come. */
export const isNowhere = (it: Context) => !/^https?:/.test(home(it));

/** Whether the experiment is too long for a link. */
export const isLong = (it: Context, sharing: Sharing) => queried(it, sharing) === null;

/** Copies one of the texts, or says how to. */
export async function copy(it: Context, name: string, copied: string): Promise<void> {
  if (await copyText(copied)) return share(it, { copied: name });
  it.root.querySelector<HTMLInputElement>(`[data-shared=${name}]`)?.select();
  share(it, { problem: it.text("share_copy_failed") });
}

/** Saves a picture, or the run's numbers. */
export async function save(it: Context, kind: "png" | "svg" | "csv"): Promise<void> {
  const { sharing } = it.ui;
  if (!sharing) return;
  try {
    const { view, width, height } = sharing;
    const chosen = view ? { view } : {};
    const file =
      kind === "csv"
        ? new Blob([it.figure.csv()], { type: "text/csv" })
        : await image(it, { format: kind, width, height, ...chosen });
    saveFile(file, `downhill.${kind}`);
  } catch (error) {
    share(it, { problem: (error as Error).message });
  }
}

/** Prints the page, or a handout: some steps of the run, each with its picture and what is said of it. */
export async function printed(it: Context, kind: "page" | "handout"): Promise<void> {
  const { sharing } = it.ui;
  const steps = kind === "handout" ? [...it.figure.handout()] : [];
  if (!sharing || (kind === "handout" && !steps.length)) {
    share(it, { problem: it.text("handout_short") });
    return;
  }
  try {
    const handout = await stills(it, steps, sharing.view || (shownViews(it)[0] ?? ""));
    it.root.querySelector<HTMLDialogElement>("dialog.share")?.close();
    it.update({ handout });
    print();
  } catch (error) {
    share(it, { problem: (error as Error).message });
  }
}

/** A still of each of these steps, in the colours of paper; the figure is where it was afterwards. */
async function stills(it: Context, steps: number[], view: string): Promise<Still[]> {
  const made: Still[] = [];
  if (!steps.length) return made;
  const { at } = it.state.timeline;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const arrive = async (step: number) => {
    it.figure.seek(step);
    while (it.figure.state().recomputation) await frame();
  };
  it.figure.setPrinting(true);
  try {
    for (const step of steps) {
      await arrive(step);
      const picture = vectorNode(it, view, 480, 300, 13);
      if (!picture) throw new Error(it.text("image_failed"));
      const { sentence, timeline } = it.figure.state();
      made.push({ picture, caption: `${timeline.text}. ${plain(sentence)}` });
    }
  } finally {
    await arrive(at);
    it.figure.setPrinting(false);
  }
  return made;
}

/** Draws the picture as it would be, as large as there is room. */
function preview(it: Context): void {
  const { sharing } = it.ui;
  const canvas = it.root.querySelector<HTMLCanvasElement>("dialog.share canvas");
  if (!canvas || !sharing) return;
  const view = sharing.view || canvas.dataset.first;
  if (!view) return;
  it.run(() => it.figure.drawOn(view, canvas, sharing.width, sharing.height, 1, 14));
}
