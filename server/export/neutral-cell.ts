/** What makes a spreadsheet take a text for a formula: its first character, in the wide forms of East Asian writing too. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A text that no spreadsheet takes for a formula: an apostrophe stands before what could be one. */
export const neutralCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
