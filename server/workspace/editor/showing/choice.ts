/** One of the choices of a field. */
export interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

export interface ChoiceGroup {
  label: string;
  choices: Choice[];
}

export const choiceOf = (value: string, text: string, chosen: unknown): Choice => ({
  value,
  text,
  selected: value === chosen,
});

/** The choices, and the value that is kept although it is none of them: so it is not lost unseen. */
export const withKept = (choices: readonly Choice[], kept: unknown): Choice[] =>
  typeof kept !== "string" || kept === "" || choices.some(({ selected }) => selected)
    ? [...choices]
    : [...choices, choiceOf(kept, kept, kept)];
