/** Letters that are written from right to left, and the marks that change the direction of a text. */
const DIRECTED =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const MARKS = /[\u202a-\u202e\u2066-\u2069]/gu;

const FIRST_STRONG_ISOLATE = "\u2068";
const END_OF_ISOLATE = "\u2069";
const END_OF_EMBEDDING = "\u202c";

/** The text with each mark that opens closed, and without those that close nothing. */
function balanced(text: string): string {
  const open: string[] = [];
  const kept = text.replace(MARKS, (mark) => {
    if (mark === END_OF_EMBEDDING) return open.at(-1) === END_OF_EMBEDDING ? (open.pop() as string) : "";
    if (mark === END_OF_ISOLATE) {
      const at = open.lastIndexOf(END_OF_ISOLATE);
      return at < 0 ? "" : open.splice(at).reverse().join("");
    }
    open.push(mark < "\u2066" ? END_OF_EMBEDDING : END_OF_ISOLATE);
    return mark;
  });
  return kept + open.reverse().join("");
}

/** Whether the direction of a text could reorder what stands around it. */
export const isDirected = (text: string): boolean => DIRECTED.test(text);

/**
 * A text that may be printed among others: where it could reorder them, it is set apart by the isolates of Unicode (UAX 9), as an element `bdi` sets it apart; any other text stays as it is.
 */
export const isolated = (text: string): string =>
  isDirected(text) ? `${FIRST_STRONG_ISOLATE}${balanced(text)}${END_OF_ISOLATE}` : text;
