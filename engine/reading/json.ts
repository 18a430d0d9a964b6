import { inspectJson } from "./json-faults.ts";
import { type Problem, pointerStep, problem } from "./problem.ts";

/** The deepest nesting and the longest text of a document that is read. */
export const DEEPEST = 64;
export const LONGEST_DOCUMENT = 16 * 1024 * 1024;

const QUOTE = 34;
const COLON = 58;
const BACKSLASH = 92;

/** The index of the quote that ends the text which begins at `from`, past the quotes that are escaped in it. */
function endOfText(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (text.charCodeAt(end - 1) === BACKSLASH && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

/** Whether an odd number of backslashes stands before the place. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (at - first) % 2 === 1;
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

/** How many names and nodes a value has, or what it holds that no document may hold, and where. */
interface Shape {
  names: number;
  nodes: number;
  fault: "too-deep" | "forbidden-key" | null;
  pointer: string;
}

/** Measures what one name or place of an object or array holds; where it finds a fault, the step leads to it. */
function measureItem(item: unknown, step: string | number, depth: number, shape: Shape): void {
  if (typeof item !== "object" || item === null) shape.nodes++;
  else measure(item, depth, shape);
  if (shape.fault) shape.pointer = pointerStep(step) + shape.pointer;
}

function measure(value: object, depth: number, shape: Shape): void {
  shape.nodes++;
  if (depth >= DEEPEST) {
    shape.fault = "too-deep";
    return;
  }
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length && !shape.fault; at++) measureItem(value[at], at, depth + 1, shape);
    return;
  }
  for (const key in value) {
    shape.names++;
    if (key === "__proto__") {
      shape.fault = "forbidden-key";
      shape.pointer = pointerStep(key);
      return;
    }
    measureItem((value as Record<string, unknown>)[key], key, depth + 1, shape);
    if (shape.fault) return;
  }
}

function shapeOf(value: unknown): Shape {
  const shape: Shape = { names: 0, nodes: 0, fault: null, pointer: "" };
  if (typeof value === "object" && value !== null) measure(value, 0, shape);
  return shape;
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
  const { names, nodes, fault } = shapeOf(value);
  const problems = fault || names !== countNames(text) ? inspectJson(text, DEEPEST) : [];
  return problems.length > 0 ? { problems } : { value, nodes, problems: null };
}

/**
 * Reads JSON strictly: a text is parsed, anything else is taken as a value that was parsed already. Refuses names given
 * twice (where it is a text), `__proto__`, and nesting deeper than `DEEPEST`.
 */
export function readJson(json: unknown): Reading {
  if (typeof json === "string") return readText(json);
  const { nodes, fault, pointer } = shapeOf(json);
  if (!fault) return { value: json, nodes, problems: null };
  return { problems: [problem(fault, pointer, fault === "too-deep" ? { limit: DEEPEST } : { key: "__proto__" })] };
}
