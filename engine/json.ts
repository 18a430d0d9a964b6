import { inspectJson } from "./json-faults.ts";
import { type Problem, pointerStep, problem } from "./problem.ts";

/** The deepest nesting and the longest text of a document that is read. */
export const DEEPEST = 64;
export const LONGEST_DOCUMENT = 16 * 1024 * 1024;

const QUOTE = 34;
const COLON = 58;
const BACKSLASH = 92;

/** Where the text that begins after the quote at `from` ends: the index of its closing quote. */
function endOfText(text: string, from: number): number {
  for (let end = text.indexOf('"', from); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}

/** How many names valid JSON text gives to values: its colons outside of texts. */
function countNames(text: string): number {
  let names = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at + 1);
    else if (code === COLON) names++;
  }
  return names;
}

interface Shape {
  names: number;
  nodes: number;
  fault: Problem | null;
}

/** Counts the names and nodes of a value and looks for what no document may hold, without recursion beyond `DEEPEST`. */
function measure(value: unknown, pointer: string, depth: number, shape: Shape): void {
  shape.nodes++;
  if (typeof value !== "object" || value === null) return;
  if (depth >= DEEPEST) {
    shape.fault ??= problem("too-deep", pointer, { limit: DEEPEST });
    return;
  }
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length && !shape.fault; at++) {
      const item = value[at];
      if (typeof item === "object" && item !== null) measure(item, `${pointer}/${at}`, depth + 1, shape);
      else shape.nodes++;
    }
    return;
  }
  for (const key of Object.keys(value)) {
    shape.names++;
    if (key === "__proto__") shape.fault ??= problem("forbidden-key", pointer + pointerStep(key), { key });
    const item = (value as Record<string, unknown>)[key];
    if (shape.fault) return;
    if (typeof item === "object" && item !== null) measure(item, pointer + pointerStep(key), depth + 1, shape);
    else shape.nodes++;
  }
}

/** What came of reading a document: its value and the number of its nodes, or what is wrong with it. */
export type Reading = { value: unknown; nodes: number; problems: null } | { problems: Problem[] };

function readText(text: string): Reading {
  if (text.length > LONGEST_DOCUMENT) return { problems: [problem("too-large", "", { limit: LONGEST_DOCUMENT })] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problems: inspectJson(text, DEEPEST) };
  }
  const shape: Shape = { names: 0, nodes: 0, fault: null };
  measure(value, "", 0, shape);
  if (shape.fault || shape.names !== countNames(text)) return { problems: inspectJson(text, DEEPEST) };
  return { value, nodes: shape.nodes, problems: null };
}

/**
 * Reads JSON strictly: a text is parsed, anything else is taken as a value that was parsed already. Refuses names given
 * twice (where it is a text), `__proto__`, and nesting deeper than `DEEPEST`.
 */
export function readJson(json: unknown): Reading {
  if (typeof json === "string") return readText(json);
  const shape: Shape = { names: 0, nodes: 0, fault: null };
  measure(json, "", 0, shape);
  return shape.fault ? { problems: [shape.fault] } : { value: json, nodes: shape.nodes, problems: null };
}
