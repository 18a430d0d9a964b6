import type { Case, Decision, Text } from "../../../engine/index.ts";
import { asFields, asList, type Fields, idOf } from "../editor/document/fields.ts";
import { newId } from "../editor/document/new-id.ts";
import { inSchemaOrder } from "../editor/document/schema-order.ts";
import { expectationOf } from "./expectation-of.ts";

/** A decision that is taken as expected: the case, what the example is called, and what was decided. */
export interface Taken {
  name: Text;
  case: Case;
  decision: Decision;
}

/** What stands at these places of the address is no example. */
const NO_EXAMPLES = ["new", "recorded"];

const MOST_CLAUSES = 20;

/** The clauses that a decision rests on. */
export function clausesOf({ obligation, activities, findings }: Decision): string[] {
  const cited = [obligation, ...activities, ...findings].flatMap(({ clauses }) => clauses);
  return [...new Set(cited)].slice(0, MOST_CLAUSES);
}

const withExamples = (document: Fields, examples: readonly unknown[]): Fields =>
  inSchemaOrder({ ...document, examples });

/** The draft with one more example, whose id is made of its English name. */
export function addExample(document: Fields, { name, case: theCase, decision }: Taken): Fields {
  const examples = asList(document.examples);
  const taken = new Set([...examples.map((example) => idOf(example) ?? ""), ...NO_EXAMPLES]);
  const id = newId(name.en, taken, `example-${examples.length + 1}`);
  const { asOf } = decision;
  const example = { id, name, clauses: clausesOf(decision), asOf, case: theCase, expect: expectationOf(decision) };
  return withExamples(document, [...examples, example]);
}

/** The draft with an example that says something else. */
export function changeExample(document: Fields, id: string, changed: Fields): Fields {
  return withExamples(
    document,
    asList(document.examples).map((example) => (idOf(example) === id ? { ...asFields(example), ...changed } : example)),
  );
}

/** The draft with an example that expects what is decided now. */
export const renewExample = (document: Fields, id: string, decision: Decision): Fields =>
  changeExample(document, id, { expect: expectationOf(decision) });

/** The draft without an example. */
export const removeExample = (document: Fields, id: string): Fields =>
  withExamples(
    document,
    asList(document.examples).filter((example) => idOf(example) !== id),
  );
