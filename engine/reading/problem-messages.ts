import { VERIFICATION_MESSAGES } from "../verify/messages.ts";
import type { Params } from "./problem.ts";

/** What a value has to be, in English, by the code that stands for it in the params of a problem. */
export const EXPECTED_WORDS: Readonly<Record<string, string>> = {
  "string-or-object": "a text or an object",
  "number-or-object": "a number or an amount",
  "integer-or-object": "a year or a fact",
  string: "a text",
  integer: "a whole number",
  number: "a number with at most two decimals",
  boolean: "true or false",
  object: "an object",
  array: "a list",
  "string-or-null": "a text or null",
  "object-or-null": "an object or null",
  "number-or-string-or-boolean": "a number, a text, true or false",
  "number-or-string-or-boolean-or-array-or-object": "a number, a text, true, false, a list or a fact",
  points: "a number of points with at most two decimals",
  count: "a whole number",
  day: "a day, YYYY-MM-DD",
  text: "a text",
  "list-of-points": "a list of numbers of points with at most two decimals",
  "list-of-number": "a list of numbers with at most two decimals",
  "list-of-count": "a list of whole numbers",
  "list-of-text": "a list of texts",
};

/** The English sentence of each problem: what is wrong, and what to do. `{name}` stands for a param. */
export const PROBLEM_MESSAGES: Readonly<Record<string, string>> = {
  "unknown-decision": 'The rule set has no decision "{decision}". It has: {known}.',
  "unknown-category": 'There is no category "{category}" in this rule set. It has: {known}.',
  "unknown-amount": 'There is no amount "{amount}" in this rule set. It has: {known}.',
  "not-an-earlier-amount": 'The amount "{amount}" does not stand before this one. Those before it: {known}.',
  "fact-does-not-fit": 'The fact "{fact}" is not of the type that fits here. Use one of: {known}.',
  "inexact-weight": 'A weight of {weight} per {every} does not divide exactly. Give a "rounding".',
  "table-gap": 'The table ends at {upTo}: there is no row for larger values. Leave "upTo" out of the last row.',
  "table-order": "The rows do not rise: {upTo} comes after {before}. Put them in rising order.",
  "uncredited-category": 'No form gives credit in the category "{category}". Add it to a form, or remove the category.',
  "not-a-measure": 'This is not a measure: beside "terms" there can be no "forms", "when", "category" or "count".',
  "not-json": "This is not JSON: it breaks off or goes wrong at line {line}, column {column}. Correct it there.",
  "duplicate-key": 'The name "{key}" is given twice in the same object. Keep one of the two.',
  "forbidden-key": 'The name "{key}" is not allowed. Remove it.',
  "too-deep": "The document is nested deeper than {limit} levels. Flatten it.",
  "too-large": "The document is larger than {limit} characters. Split it.",
  "missing-field": 'The field "{field}" is missing. Add it.',
  "unknown-field": 'The field "{field}" is not known here. Remove it, or correct its name.',
  "wrong-type": "This has to be {expected}. Write it so.",
  "not-a-day": "This is not a day of the calendar. Write an existing day as YYYY-MM-DD.",
  "not-a-month-day": "This is not a day that every year has. Write it as MM-DD.",
  "not-a-first-of-month": "This is not the first day of a month. Write it as MM-01.",
  "not-an-id": "This is not an id. Use small Latin letters, digits and single hyphens, at most 64 characters.",
  "not-a-pointer": "This is not a JSON Pointer. Write it as /part/0.",
  "over-precise": "This has more than two decimals. Round it to hundredths.",
  "too-small": "This has to be {limit} or more. Correct the number.",
  "not-above": "This has to be above {limit}. Correct the number.",
  "too-big": "This has to be {limit} or less. Correct the number.",
  empty: "This is empty. Fill it in.",
  "too-long": "This text is longer than {limit} characters. Shorten it.",
  "too-many": "There are more than {limit} entries here. Split them.",
  "not-allowed": "This value is not one of: {allowed}. Choose one of them.",
  "ends-before-it-begins": "The end, {to}, lies before the beginning, {from}. Correct one of the two days.",
  "duplicate-id": 'The id "{id}" is given twice. Give each its own.',
  "duplicate-value": 'The value "{value}" is named twice. Keep one of the names.',
  "name-of-no-value": 'There is no value "{value}" to be named. There are: {known}.',
  "duplicate-year": "The reporting year {year} is given twice. Keep one entry for it.",
  "out-of-order": "The day {day} lies before that of the entry before it. Put the oldest first.",
  "too-many-points":
    "The activities come to more than {limit} points. Correct their units, attributes or recognised points.",
  "unknown-absence": 'The rule set has no absence of the kind "{kind}". It has: {known}.',
  "unknown-sanction": 'The rule set has no sanction "{sanction}". It has: {known}.',
  "unknown-attribute": 'The rule set declares no attribute "{attribute}". It has: {known}.',
  "wrong-attribute-type": 'The attribute "{attribute}" has to be {expected}. Write it so.',
  "not-a-condition":
    'This is not a condition. Write either "all", "any" or "not", or "fact", "operator" and "value" together.',
  "not-an-amount":
    'This is not an amount. Give only one of "value", "choose" with "otherwise", "table", "proRata", "percent", "sum" and "fact".',
  "unknown-fact": 'There is no fact "{fact}". The facts that may stand here: {known}.',
  "fact-not-known-here": 'The fact "{fact}" is not yet known where this condition is tried. Use one of: {known}.',
  "unknown-operator": 'There is no operator "{operator}". The fact "{fact}" takes: {known}.',
  "operator-does-not-fit": 'The operator "{operator}" does not fit the fact "{fact}", which takes: {known}.',
  "value-does-not-fit": 'The value does not fit the fact "{fact}". It has to be {expected}.',
  "unknown-form": 'There is no form "{form}" in this rule set. Add the form, or correct its id.',
  "missing-part": 'The rule set needs "{id}" here. Add it.',
  "unknown-clause": 'The text of the Rules has no clause "{clause}". Correct it, or add the clause to the text.',
  "nothing-there": "There is nothing at {target} in this rule set. Correct the pointer.",
  "example-refused": 'The case of the example "{example}" is refused at {at}: {reason}',
  "example-fails": 'The example "{example}" does not hold at {at}: expected {expected}, decided {actual}.',
  "no-example": "This rule set has no examples. Add at least one: a case and the decision that is expected.",
};

/** The English sentence of a problem with its params put in. */
export function describeProblem(code: string, params: Params): string {
  const sentence = PROBLEM_MESSAGES[code] ?? VERIFICATION_MESSAGES[code];
  if (sentence === undefined) throw new Error(`no message for the problem ${code}`);
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(params[name]);
    return name === "expected" ? (EXPECTED_WORDS[value] ?? value) : value;
  });
}
