import { type Problem, pointerStep, problem } from "./problem.ts";

/** A mark, the quote that begins a text, or a number or word, after white space. */
const TOKEN = /[ \t\n\r]*(?:([{}[\],:])|(")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

const SPACE = /[ \t\n\r]*/y;
/** What a text holds: plain characters and escapes. One expression over both would overflow the stack on a long text. */
const PLAIN = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Where a match of the sticky expression at the offset ends, or -1. */
function endOfMatch(expression: RegExp, text: string, offset: number): number {
  expression.lastIndex = offset;
  return expression.test(text) ? expression.lastIndex : -1;
}

/** Where the text that begins after the quote at `from` ends, behind its closing quote, or -1 where it goes wrong. */
function endOfText(text: string, from: number): number {
  for (let at = from; at !== -1; at = endOfMatch(ESCAPE, text, at)) {
    at = endOfMatch(PLAIN, text, at);
    if (text[at] === '"') return at + 1;
  }
  return -1;
}

/** An object or array that is open: its names so far, or null for an array; the name or index that comes next. */
interface Open {
  names: Set<string> | null;
  step: string | number;
}

/** What may come next: a value, a name, a colon, or a comma or closing bracket. */
type Expecting = "value" | "value-or-end" | "name" | "name-or-end" | "colon" | "comma-or-end" | "nothing";

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/**
 * Finds what is wrong with a text that is not JSON or that no document may be: where the syntax breaks, names given
 * twice, `__proto__`, nesting deeper than `deepest`. Slow and exact, for the text that the quick reading refused.
 */
export function inspectJson(text: string, deepest: number): Problem[] {
  const problems: Problem[] = [];
  const open: Open[] = [];
  let expecting = "value" as Expecting;
  TOKEN.lastIndex = 0;
  const pointer = (): string => open.map(({ step }) => pointerStep(step)).join("");

  const afterValue = (): Expecting => (open.length === 0 ? "nothing" : "comma-or-end");
  const broken = (offset: number): Problem[] => {
    return [...problems, problem("not-json", "", lineAndColumn(text, endOfMatch(SPACE, text, offset)))];
  };

  for (;;) {
    const offset = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) {
      if (expecting === "nothing" && endOfMatch(SPACE, text, offset) === text.length) return problems;
      return broken(offset);
    }
    const [, mark, quote] = match;
    let string: string | undefined;
    if (quote) {
      const end = endOfText(text, TOKEN.lastIndex);
      if (end === -1) return broken(offset);
      string = text.slice(TOKEN.lastIndex - 1, end);
      TOKEN.lastIndex = end;
    }
    const top = open.at(-1);
    if (mark === "{" || mark === "[") {
      if (expecting !== "value" && expecting !== "value-or-end") return broken(offset);
      if (open.length >= deepest) return [...problems, problem("too-deep", pointer(), { limit: deepest })];
      open.push(mark === "{" ? { names: new Set(), step: "" } : { names: null, step: 0 });
      expecting = mark === "{" ? "name-or-end" : "value-or-end";
    } else if (mark === "}" || mark === "]") {
      const closes = top !== undefined && (mark === "}") === (top.names !== null);
      const mayEnd = expecting === "comma-or-end" || expecting === (mark === "}" ? "name-or-end" : "value-or-end");
      if (!closes || !mayEnd) return broken(offset);
      open.pop();
      expecting = afterValue();
    } else if (mark === ",") {
      if (expecting !== "comma-or-end" || !top) return broken(offset);
      if (top.names === null) top.step = (top.step as number) + 1;
      expecting = top.names === null ? "value" : "name";
    } else if (mark === ":") {
      if (expecting !== "colon") return broken(offset);
      expecting = "value";
    } else if (string !== undefined && (expecting === "name" || expecting === "name-or-end") && top?.names) {
      const key = JSON.parse(string) as string;
      top.step = key;
      if (key === "__proto__") problems.push(problem("forbidden-key", pointer(), { key }));
      else if (top.names.has(key)) problems.push(problem("duplicate-key", pointer(), { key }));
      top.names.add(key);
      expecting = "colon";
    } else {
      if (expecting !== "value" && expecting !== "value-or-end") return broken(offset);
      expecting = afterValue();
    }
    if (problems.length >= 100) return problems;
  }
}
