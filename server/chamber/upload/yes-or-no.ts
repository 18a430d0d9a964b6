const WORDS = new Map([
  ...["yes", "true", "да", "иә", "ия", "1"].map((word) => [word, true] as const),
  ...["no", "false", "нет", "жоқ", "0"].map((word) => [word, false] as const),
]);

/** Yes or no as people write it in the three languages; anything else stays the text that it is, for the engine to refuse. */
export const readWord = (text: string): boolean | string => WORDS.get(text.toLowerCase()) ?? text;
