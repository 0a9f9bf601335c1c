// The texts of a language, which are fetched when it is wanted.
import type { Message } from "@fluent/bundle";

/** Texts by their keys, as Fluent's parser makes them of a file. */
export type Texts = Record<string, Message["value"]>;

/** Those of one language. */
export async function texts(id: string): Promise<Texts> {
  const answer = await fetch(new URL(`../texts/${id}.json`, import.meta.url));
  if (!answer.ok) throw new Error(`there is no ${answer.url}`);
  return answer.json();
}
