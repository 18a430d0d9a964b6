const ESCAPED_NUL = /(?<!\\)(?:\\\\)*\\u0000/;
const ESCAPED_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/**
 * Names what not every store can keep in a JSON text: U+0000, or half of a surrogate pair. JSON.stringify writes both as
 * escapes, in lower case; null where there is neither.
 */
export function unkeepableText(json: string): string | null {
  if (json.includes("\\u0000") && ESCAPED_NUL.test(json)) return "the character U+0000";
  if (json.includes("\\ud") && ESCAPED_SURROGATE.test(json)) return "half of a surrogate pair";
  return null;
}
