/** What a known word adds to a password's length: about as much to guess as two characters. */
const OF_A_KNOWN_WORD = 2;
const LEAST_WORD = 3;
const LONGEST_WORD = 40;

/** Where each run ends at the latest: equal characters, or characters that follow each other (`aaaa`, `1234`, `fedc`). */
function runEnds(characters: readonly string[]): number[] {
  const codes = characters.map((character) => character.codePointAt(0) as number);
  const stepAt = (at: number): number => (codes[at + 1] as number) - (codes[at] as number);
  return characters.map((_, from) => {
    if (from + 1 >= codes.length || Math.abs(stepAt(from)) > 1) return from + 1;
    let end = from + 2;
    while (end < codes.length && stepAt(end - 1) === stepAt(from)) end += 1;
    return end;
  });
}

/**
 * The length of a password, where every known word in it, every run of characters and every repetition counts as two
 * characters, and words of the context as none. The way of reading it that leaves the least is what counts.
 */
export function lengthBeyondKnown(
  password: string,
  known: ReadonlySet<string>,
  ofContext: ReadonlySet<string>,
): number {
  const characters = [...password];
  const runs = runEnds(characters);
  const least = characters.map((_, at) => at).concat(characters.length);
  const reach = (end: number, length: number): void => {
    least[end] = Math.min(least[end] as number, length);
  };
  for (let from = 0; from < characters.length; from++) {
    const before = least[from] as number;
    const offset = characters.slice(0, from).join("").length;
    reach(from + 1, before + 1);
    reach(runs[from] as number, before + OF_A_KNOWN_WORD);
    for (let end = from + LEAST_WORD; end <= Math.min(characters.length, from + LONGEST_WORD); end++) {
      const word = characters.slice(from, end).join("");
      if (ofContext.has(word)) reach(end, before);
      else if (known.has(word) || password.indexOf(word) < offset) reach(end, before + OF_A_KNOWN_WORD);
    }
  }
  return least[characters.length] as number;
}
