/** A name as it stands inside a sentence: with a small letter first, unless it begins with an abbreviation. */
export const inSentence = (name: string): string =>
  /^\p{Lu}(?!\p{Lu}|\.)/u.test(name) ? name.charAt(0).toLocaleLowerCase("ru") + name.slice(1) : name;
