import Handlebars from "handlebars";

/** The name of the helper that sets a printed value apart from what stands around it. */
export const PRINTED = "printed";

/** Where in a page a template stands: within a tag, a field that gives back what was typed, or the text that is read. */
interface Place {
  inTag: boolean;
  quote: string;
  inField: boolean;
}

const OPENS_FIELD = /^textarea\b/i;
const CLOSES_FIELD = /^\/textarea\b/i;

/** Goes on through a piece of HTML. */
function passOver(html: string, place: Place): void {
  for (let at = 0; at < html.length; at++) {
    const character = html[at] as string;
    if (place.quote) place.quote = character === place.quote ? "" : place.quote;
    else if (place.inTag && (character === '"' || character === "'")) place.quote = character;
    else if (place.inTag) place.inTag = character !== ">";
    else if (character === "<") {
      const name = html.slice(at + 1, at + 11);
      place.inTag = true;
      place.inField = OPENS_FIELD.test(name) || (place.inField && !CLOSES_FIELD.test(name));
    }
  }
}

const isValue = ({ path, params, escaped }: hbs.AST.MustacheStatement): boolean =>
  escaped && params.length === 0 && path.type === "PathExpression";

/** Lets the helper print the value in its place; a value that is missing stays an error. */
function isolate(statement: hbs.AST.MustacheStatement): void {
  const value = { ...statement.path, strict: true } as unknown as hbs.AST.Expression;
  const path = { ...statement.path, original: PRINTED, parts: [PRINTED], data: false, depth: 0 };
  Object.assign(statement, { path, params: [value] });
}

class Printed extends Handlebars.Visitor {
  readonly #place: Place = { inTag: false, quote: "", inField: false };

  override ContentStatement({ value }: hbs.AST.ContentStatement): void {
    passOver(value, this.#place);
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    if (!this.#place.inTag && !this.#place.inField && isValue(statement)) isolate(statement);
  }
}

/**
 * Parses a template, and lets each value that it prints as text (not in an attribute, nor in a field that gives back
 * what was typed) be set apart by direction: no name can reorder what stands beside it.
 */
export function isolatePrinted(source: string): hbs.AST.Program {
  const program = Handlebars.parse(source);
  new Printed().accept(program);
  return program;
}
