// Numbers that come from outside.

/** A whole number between two, whatever was given. */
export function whole(given: unknown, least: number, most: number, usual: number): number {
  const number = Math.trunc(Number(given ?? usual));
  return Math.min(most, Math.max(least, Number.isNaN(number) ? usual : number));
}
