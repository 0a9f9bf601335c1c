// A story: where it comes from, and going through it.
import type { Context } from "../context.js";
import { lesson } from "../texts/lesson.js";

/** The address of the lesson that comes with Downhill. */
const LESSON = "lesson";

/** The longest file that is read, in bytes; a story itself is shorter. */
const LONGEST = 4_000_000;

/** The text of a story at an address on the same site; what cannot be had throws, in words. */
async function fetched(it: Context, address: string): Promise<string> {
  if (address === LESSON) return lesson(it.speech.id);
  const url = URL.canParse(address, document.baseURI) && new URL(address, document.baseURI);
  if (!url || url.origin !== new URL(document.baseURI).origin) {
    throw new Error(it.text("story_elsewhere", { address }));
  }
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(it.text("story_missing", { address, why: answer.status }));
  return answer.text();
}

/** Opens the story of an address. Whether it is open. */
async function open(it: Context, address: string): Promise<boolean> {
  let story: string;
  try {
    story = await fetched(it, address);
  } catch (error) {
    // A browser's own words for what it could not fetch.
    const why = (error as Error).message;
    const said = error instanceof TypeError ? it.text("story_missing", { address, why }) : why;
    if (!it.ended.aborted) it.say(said);
    return false;
  }
  if (it.ended.aborted) return false;
  let opened = false;
  it.attempt(() => {
    it.figure.openStory(story, address);
    opened = true;
  });
  return opened;
}

/** Tells the story that the address asks for, from the beat that it names; to a class, there is one in any case. */
export async function tell(it: Context): Promise<void> {
  const { address, beat, strays, presenting } = it.state.presentation;
  if (presenting) await prepare(it);
  if (address && (await open(it, address)) && !strays) {
    it.attempt(() => it.figure.showBeat(beat || 1));
  }
}

/** Tells the lesson, if that is open, in the language that is spoken now, from the same beat on. */
export async function translate(it: Context): Promise<void> {
  const { story, address } = it.state.presentation;
  if (story && address === LESSON) await open(it, LESSON);
}

/** Has the lesson ready to be told, unless there is a story. */
export async function prepare(it: Context): Promise<void> {
  const { story, address } = it.state.presentation;
  if (!story && !address) await open(it, LESSON);
}

/** Tells the lesson from its first beat. */
export async function tellLesson(it: Context): Promise<void> {
  if (await open(it, LESSON)) it.attempt(() => it.figure.showBeat(1));
}

/** Whether a file is a story. */
export const isStory = ({ name }: File) => /\.(md|markdown)$/i.test(name);

/** Tells a story from a file. */
export async function tellFile(it: Context, file: File): Promise<void> {
  const story = await file.slice(0, LONGEST).text();
  it.attempt(() => {
    it.figure.openStory(story, "");
    it.figure.showBeat(1);
  });
}

/** Goes so many beats on. Whether there is one: if not, the key is for whoever is around. */
export function goOn(it: Context, by: 1 | -1): boolean {
  let there = false;
  it.attempt(() => {
    there = it.figure.goOnInStory(by);
  });
  return there;
}
