import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEEPEST, readJson } from "../../engine/reading/json.ts";
import { inspectJson } from "../../engine/reading/json-faults.ts";

const runs = { numRuns: 3000 };

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const codes = (json: unknown): string[] => (readJson(json).problems ?? []).map(({ code }) => code);

/** A value as JSON can hold it, without the name that no document may bear. */
const { value: arbitraryValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(fc.string({ unit: "binary" }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()),
    fc.constantFrom(null, true, false, "", "\ud800", "\udc00a", '"', "\\", ":", "a:b", '\\"', "\u2028", 0, -1.5e-7),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((key) => key !== "__proto__"),
      tie("value"),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
}));

/** The value as text, with white space and escapes wherever JSON lets them stand. */
function writeOddly(value: unknown, odd: () => number): string {
  const space = (): string => ["", "", " ", "\n", "\t\r "][odd() % 5] as string;
  const text = (plain: string): string =>
    `"${[...Array(plain.length).keys()]
      .map((at) => plain.charCodeAt(at))
      .map((code) =>
        odd() % 3 === 0
          ? `\\u${code.toString(16).padStart(4, "0")}`
          : JSON.stringify(String.fromCharCode(code)).slice(1, -1),
      )
      .join("")}"`;
  const write = (part: unknown): string => {
    if (typeof part === "string") return space() + text(part) + space();
    if (Array.isArray(part)) return `${space()}[${part.map(write).join(",") || space()}]${space()}`;
    if (typeof part !== "object" || part === null) return space() + JSON.stringify(part) + space();
    const fields = Object.entries(part).map(([name, field]) => `${space()}${text(name)}${space()}:${write(field)}`);
    return `${space()}{${fields.join(",") || space()}}${space()}`;
  };
  return write(value);
}

const oddly = fc
  .tuple(arbitraryValue, fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 40 }))
  .map(([value, numbers]) => {
    let at = 0;
    return { value, text: writeOddly([value], () => numbers[at++ % numbers.length] as number) };
  });

const MARKS = [..."{}[]:,\"'\\ \n\t.-+eE0123456789abu/*#", "\u0000", "\u0001", "\u001f", "\u007f", "\u00a0", "\u0085"];
const NASTY = [
  "\u2028",
  "\u2029",
  "\u3000",
  "\ufeff",
  "\ud800",
  "\udc00",
  "NaN",
  "Infinity",
  "true",
  "nul",
  "//",
  "\\u12",
];

/** A JSON text into which something was put, or from which something was taken. */
const mutated = fc
  .tuple(
    fc.oneof(
      oddly.map(({ text }) => text),
      arbitraryValue.map((value) => JSON.stringify(value)),
    ),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 2 }), fc.constantFrom("", ...MARKS, ...NASTY)), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([text, edits]) =>
    edits.reduce((edited, [place, taken, put]) => {
      const at = place % (edited.length + 1);
      return edited.slice(0, at) + put + edited.slice(at + taken);
    }, text),
  );

describe("what JSON.parse accepts", () => {
  it("is read with the same value, however it is written", () => {
    fc.assert(
      fc.property(oddly, ({ value, text }) => {
        expect(readJson(text)).toEqual({ value: JSON.parse(text), nodes: expect.any(Number), problems: null });
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify([value]));
        expect(inspectJson(text, DEEPEST)).toEqual([]);
      }),
      runs,
    );
  });

  it("has as many nodes as its value, read from the text or not", () => {
    fc.assert(
      fc.property(arbitraryValue, (value) => {
        const plain = JSON.parse(JSON.stringify([value]));
        expect(readJson(JSON.stringify([value]))).toEqual(readJson(plain));
      }),
      runs,
    );
  });

  it("is refused where a name stands twice, and only there", () => {
    const twice = fc.tuple(oddly, fc.string(), fc.boolean()).filter(([, name]) => name !== "__proto__");
    fc.assert(
      fc.property(twice, ([{ text }, name, same]) => {
        const [one, other] = [JSON.stringify(name), JSON.stringify(same ? name : `${name}:`)];
        const document = `{"outer":[0,{${one}:${text},"between":"\\":{",${other}:${text}}]}`;
        fc.pre(name !== "between" && name !== "between:");
        const step = name.replaceAll("~", "~0").replaceAll("/", "~1");
        const problems = (readJson(document).problems ?? []).map(({ code, pointer }) => ({ code, pointer }));
        expect(problems).toEqual(same ? [{ code: "duplicate-key", pointer: `/outer/1/${step}` }] : []);
      }),
      runs,
    );
  });
});

describe("what JSON.parse refuses", () => {
  it("is refused with at least one problem, and what it accepts is not called broken", () => {
    let refused = 0;
    fc.assert(
      fc.property(mutated, (text) => {
        const problems = inspectJson(text, 10_000);
        expect(problems.some(({ code }) => code === "not-json")).toBe(!parses(text));
        if (parses(text)) return;
        refused++;
        expect(codes(text)).not.toEqual([]);
      }),
      { numRuns: 10_000 },
    );
    expect(refused).toBeGreaterThan(2000);
  });

  it.each([
    ["{}\u00a0", 1, 3],
    ["{}\n\ufeff", 2, 1],
    ["\ufeff{}", 1, 1],
    ["[1,]", 1, 4],
    ['{"a":1,}', 1, 8],
    ['{"a" 1}', 1, 6],
    ["[1\n 2]", 2, 2],
    ['["\\u12"]', 1, 2],
    ['["a\nb"]', 1, 2],
    ["[01]", 1, 2],
    ["[1.]", 1, 2],
    ["[-]", 1, 2],
    ["[NaN]", 1, 2],
    ["", 1, 1],
    ["{} {}", 1, 4],
    ["[}", 1, 2],
    ["{]", 1, 2],
    ["{1:2}", 1, 2],
    [",", 1, 1],
    ["]", 1, 1],
    ["[1}", 1, 3],
    ["tru", 1, 1],
    ["nullx", 1, 1],
    ["'a'", 1, 1],
  ])("%j breaks at line %d, column %d", (text, line, column) => {
    expect(parses(text)).toBe(false);
    expect(readJson(text).problems).toMatchObject([{ code: "not-json", pointer: "", params: { line, column } }]);
  });
});

describe("a hostile document is refused soon", () => {
  const quickly = (read: () => unknown): unknown => {
    const started = performance.now();
    const result = read();
    expect(performance.now() - started).toBeLessThan(1000);
    return result;
  };

  it("nested 20,000 deep, closed or not, as objects or lists", () => {
    for (const [open, close] of [
      ["[", "]"],
      ['{"a":', "}"],
    ] as const) {
      expect(quickly(() => codes(`${open.repeat(20_000)}1${close.repeat(20_000)}`))).toEqual(["too-deep"]);
      expect(quickly(() => codes(open.repeat(20_000)))).toEqual(["too-deep"]);
    }
    let deep: unknown = 1;
    for (let level = 0; level < 20_000; level++) deep = [deep];
    expect(quickly(() => codes(deep))).toEqual(["too-deep"]);
  });

  it("that holds itself", () => {
    const circle: unknown[] = [1];
    circle.push(circle, circle);
    expect(quickly(() => codes(circle))).toEqual(["too-deep"]);
  });

  it.each([
    ["plain characters", "a"],
    ["escapes", "\\n"],
    ["escaped quotes", '\\"'],
    ["escaped backslashes", "\\\\"],
    ["colons", ":"],
    ["characters of two units", "𐰴"],
  ])("a text of 1 MB of %s is read, and refused where it breaks off", (_, piece) => {
    const text = `{"a":"${piece.repeat(1_000_000 / piece.length)}"}`;
    expect(quickly(() => codes(text))).toEqual([]);
    expect(quickly(() => codes(`${text},`))).toEqual(["not-json"]);
    expect(quickly(() => codes(text.slice(0, -2)))).toEqual(["not-json"]);
    expect(quickly(() => codes(`{"a":1,${text.slice(1)}`))).toEqual(["duplicate-key"]);
  });

  it("a text of 15 MB that breaks off, ten million spaces, a hundred thousand names given twice", () => {
    expect(quickly(() => codes(`"${"a".repeat(15_000_000)}`))).toEqual(["not-json"]);
    expect(quickly(() => codes(`[1${" ".repeat(10_000_000)}x`))).toEqual(["not-json"]);
    expect(quickly(() => codes(`{${'"a":1,'.repeat(100_000)}"a":1}`))).toHaveLength(100);
  });

  it.each([
    ["nothing", undefined],
    ["a function", () => 1],
    ["a symbol", Symbol("case")],
    ["a large whole number", 10n],
  ])("%s is read as what it is, not as JSON", (_, value) => {
    expect(readJson(value)).toMatchObject({ value, problems: null });
  });
});
