import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conditionPlaces, readable } from "../../../engine/check/places.ts";
import { factsOf } from "../../../engine/facts/facts.ts";
import type { RuleSet } from "../../../engine/index.ts";
import { RuleSetSchema } from "../../../engine/schema/rule-set.ts";
import { LANGUAGES } from "../../../server/language/languages.ts";
import { messages } from "../../../server/language/messages.ts";
import { valueAt, withValueAt } from "../../../server/workspace/editor/document/at-pointer.ts";
import { asFields, type Fields } from "../../../server/workspace/editor/document/fields.ts";
import { newId } from "../../../server/workspace/editor/document/new-id.ts";
import { partValue, pointerOf } from "../../../server/workspace/editor/document/part.ts";
import { namesIn } from "../../../server/workspace/editor/document/references.ts";
import { inSchemaOrder } from "../../../server/workspace/editor/document/schema-order.ts";
import type { Field } from "../../../server/workspace/editor/fields/field.ts";
import { readAct } from "../../../server/workspace/editor/reading/act.ts";
import { readNumber } from "../../../server/workspace/editor/reading/read-constant.ts";
import { SECTIONS } from "../../../server/workspace/editor/sections.ts";
import { editingOf } from "../../../server/workspace/editor/showing/editing.ts";
import { factsHere } from "../../../server/workspace/editor/showing/facts-here.ts";
import { wordingOf } from "../../../server/workspace/editor/showing/wording.ts";
import { lineOf } from "../../../server/workspace/json/line-of.ts";
import { constructs, rulesOf } from "../../constructs/read-constructs.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const read = (file: string): Fields => JSON.parse(readFileSync(join(ROOT, file), "utf8"));
const REGIMES = ["australia", "france", "kz-2028", "new-york", "ontario", "poland"];
const RULE_SETS = ["rules/2022.json", ...REGIMES.map((name) => `test/regimes/${name}/rule-set.json`)].map(read);

const deep = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => [field, ...("fields" in field ? deep(field.fields) : [])]);

describe("the editor and the schema", () => {
  it("have every field of the rule set in one section, but for what nobody enters and the examples", () => {
    const shown = SECTIONS.flatMap(({ pointer, fields }) =>
      pointer === "" ? fields.map(({ key }) => key) : [pointer.split("/")[1]],
    );
    const all = Object.keys(RuleSetSchema.properties);
    expect(all.filter((key) => !shown.includes(key)).sort()).toEqual([
      "$schema",
      "effectiveYear",
      "examples",
      "revision",
    ]);
  });

  it.each(LANGUAGES)("have a name for every field, choice and section in %s", (language) => {
    const say = messages(language);
    for (const section of SECTIONS) {
      expect(say.has(`editor.section.${section.id}`) && say.has(`editor.section.${section.id}.about`), section.id).toBe(
        true,
      );
      for (const field of deep(section.fields)) {
        expect(() => wordingOf(language, section, field.path), field.path).not.toThrow();
        const words = field.kind === "choice" || field.kind === "union" ? [...field.words] : [];
        if (field.kind === "union") words.push("object", ...(field.hasNumber ? ["number"] : []));
        for (const word of words)
          expect(say.has(`editor.choice.${field.key}.${word}`), `${field.key}.${word}`).toBe(true);
      }
    }
  });

  it("offer in each condition the facts that the engine takes there", () => {
    for (const ruleSet of [...RULE_SETS, ...constructs.map(rulesOf)] as RuleSet[]) {
      const document = ruleSet as unknown as Fields;
      const parts = SECTIONS.filter(({ shape }) => shape !== "fields").flatMap((one) => namesIn(document, one));
      for (const place of conditionPlaces(ruleSet)) {
        const name = parts.find((one) => place.pointer.startsWith(`${pointerOf(document, one)}/`));
        if (!name) throw new Error(`no part holds ${place.pointer}`);
        const editing = editingOf("en", document, name, asFields(partValue(document, name)));
        expect([...factsHere(editing).keys()], place.pointer).toEqual([...readable(factsOf(ruleSet), place).keys()]);
      }
    }
  });
});

describe("a document", () => {
  it("in the order of the schema is the same document", () => {
    for (const ruleSet of RULE_SETS) {
      const shuffled = Object.fromEntries(Object.entries(ruleSet).reverse());
      expect(JSON.stringify(inSchemaOrder(shuffled))).toBe(JSON.stringify(inSchemaOrder(ruleSet)));
      expect(inSchemaOrder(shuffled)).toEqual(ruleSet);
    }
  });

  it("loses a field, and with it the object that it leaves empty", () => {
    const document = { attributes: { activity: [1] }, name: {} };
    expect(withValueAt(document, "/attributes/activity", undefined)).toEqual({ name: {} });
    expect(valueAt(document, "/attributes/constructor")).toBeUndefined();
  });
});

describe("an id", () => {
  it.each([
    ["Legal podcast", "legal-podcast"],
    ["  Café №5: «Law» & more!  ", "cafe-no5-law-more"],
    ["Подкаст", "forms-3"],
    ["norm", "norm-2"],
    ["x".repeat(500), "x".repeat(50)],
  ])("of %s is %s", (english, id) => expect(newId(english, new Set(["norm"]), "forms-3")).toBe(id));
});

describe("a number", () => {
  it.each([
    ["2", 2],
    ["1,5", 1.5],
    ["1.50", 1.5],
    ["1 000", 1000],
    ["1\u00a0000", 1000],
    ["-1", -1],
    ["two", "two"],
    ["1,5,5", "1,5,5"],
    ["0x10", "0x10"],
    ["1e9", "1e9"],
    ["Infinity", "Infinity"],
  ])("%j is read as %j", (text, value) => expect(readNumber(text)).toBe(value));
});

describe("a button", () => {
  it.each([
    ["show", { verb: "show", name: "", at: 0 }],
    ["add /multipliers", { verb: "add", name: "/multipliers", at: 0 }],
    ["remove /table/rows/12", { verb: "remove", name: "/table/rows", at: 12 }],
    ["add-group /choose/0/when/1", { verb: "add-group", name: "/choose/0/when/1", at: 0 }],
    ["save", null],
    ["remove /multipliers", null],
    ["remove ../x/1", null],
    ["delete /x/1", null],
  ])("%s", (value, act) => expect(readAct(value)).toEqual(act));
});

describe("the line of a pointer", () => {
  const text = JSON.stringify({ a: [{ "x/y": 1 }, { 'q"': "{[,:" }], b: { c: true } }, null, 2);
  const at = (part: string): number => text.slice(0, text.indexOf(part)).split("\n").length;

  it.each([
    ["", '{\n  "a"'],
    ["/a/0/x~1y", '"x/y"'],
    ["/a/1", '{\n      "q'],
    ["/b/c", '"c"'],
    ["/b/missing", '"b"'],
  ])("%s", (pointer, part) => expect(lineOf(text, pointer)).toBe(at(part)));
});
