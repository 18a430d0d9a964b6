import type { Decision, Language, RuleSet } from "../../../../engine/index.ts";
import { messages } from "../../../language/messages.ts";
import type { Fields } from "../../editor/document/fields.ts";
import { type Choice, choiceOf } from "../../editor/showing/choice.ts";
import { sayPlace, sayValue } from "../mismatch-in-words.ts";
import { type Input, inputOf, read, write } from "./inputs.ts";
import { type Leaf, ofLeaves, valueAtPlace } from "./leaves.ts";
import { companions, type Place, placesOf } from "./places.ts";

/** The names in the form: that it has the places at all, which of them are expected, and what at each. */
const HAS_PLACES = "expecting";
const TICKED = "expects";
const valueName = (pointer: string): string => `expect:${pointer}`;

/** What an example expects, what is decided now, and the form in which the first is changed. */
export interface Expecting {
  ruleSet: RuleSet;
  decision: Decision;
  expectation: Fields;
  form: URLSearchParams;
}

/** A place in the form. */
export interface PlaceView {
  id: string;
  pointer: string;
  name: string;
  label: string;
  ticked: boolean;
  choices: Choice[] | null;
  value: string;
  numeric: boolean;
  actual: string;
  error: string | null;
}

interface Entered {
  place: Place;
  input: Input;
  ticked: boolean;
  text: string;
}

function entered(language: Language, { ruleSet, decision, expectation, form }: Expecting): Entered[] {
  const ticks = form.has(HAS_PLACES) ? form.getAll(TICKED) : null;
  return placesOf(expectation, decision).map((place) => {
    const input = inputOf(ruleSet, place);
    const { pointer, expected, actual } = place;
    const kept = write(language, input, expected === undefined ? actual : expected);
    const ticked = ticks ? ticks.includes(pointer) : expected !== undefined;
    return { place, input, ticked, text: form.get(valueName(pointer)) ?? kept };
  });
}

/** The places of an expectation, each with what is expected there and what is decided now. */
export function placeViews(language: Language, expecting: Expecting): PlaceView[] {
  const { ruleSet } = expecting;
  const say = messages(language);
  return entered(language, expecting).map(({ place: { pointer, actual }, input, ticked, text }, at) => ({
    id: `expected-${at}`,
    pointer,
    name: valueName(pointer),
    label: sayPlace(say, pointer),
    ticked,
    choices:
      input.kind === "choice"
        ? input.values.map((value) =>
            choiceOf(write(language, input, value), sayValue(language, ruleSet, pointer, value), text),
          )
        : null,
    value: text,
    numeric: input.kind === "number",
    actual: sayValue(language, ruleSet, pointer, actual),
    error: ticked && read(input, text) === undefined ? say(`examples.expected.${input.kind}`) : null,
  }));
}

/** What is expected by a form; null where something of it cannot be read, or nothing is expected at all. */
export function readExpectation(language: Language, expecting: Expecting): Fields | null {
  const { decision, expectation } = expecting;
  const ticked = entered(language, expecting).filter((one) => one.ticked);
  const leaves = ticked.map(({ place, input, text }): Leaf => [place.pointer, read(input, text)]);
  if (leaves.length === 0 || leaves.some(([, value]) => value === undefined)) return null;
  const ids = companions(
    expectation,
    leaves.map(([pointer]) => pointer),
    decision,
  );
  const withIds = leaves.flatMap((leaf): Leaf[] => {
    const id = leaf[0].replace(/[^/]+$/, "id");
    return ids.delete(id) && leaf[0] !== id ? [[id, valueAtPlace(decision, id)], leaf] : [leaf];
  });
  return ofLeaves(withIds, decision.activities.length);
}

/** What a form holds of an expectation, to be carried along while no decision can be shown beside it. */
export const carriedExpectation = (form: URLSearchParams): { name: string; value: string }[] =>
  [...form]
    .filter(([name]) => name === HAS_PLACES || name === TICKED || name.startsWith(valueName("")))
    .map(([name, value]) => ({ name, value }));
