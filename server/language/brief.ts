const BROKEN_WORD = /\s+\S*$/u;
const UNFINISHED = /[\s.,:;(«“–—-]+$/u;
const HALF_CHARACTER = /[\ud800-\udbff]$/;

/**
 * How a text begins: at most so many characters, whole words where it has any, and dots where it goes on, with no
 * other mark before them.
 */
export function brief(text: string, most: number): string {
  if (text.length <= most) return text;
  const begins = text.slice(0, most + 1).replace(BROKEN_WORD, "");
  return `${begins.slice(0, most).replace(HALF_CHARACTER, "").replace(UNFINISHED, "")}…`;
}
