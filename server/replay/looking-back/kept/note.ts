const LONGEST = 1000;

/** A note as it was typed: no longer than a page of a form takes, without what no store could keep. */
export const readNote = (typed: string | null | undefined): string =>
  [...(typed ?? "").replaceAll("\r\n", "\n").replaceAll("\0", "").trim()].slice(0, LONGEST).join("");
