// The lesson that comes with Downhill: a file beside the page.
import { files } from "../module/home.js";

/** The lesson's text in a language. */
export async function lesson(id: string): Promise<string> {
  const answer = await fetch(new URL(`stories/lesson.${id}.md`, files));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}
