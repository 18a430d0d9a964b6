import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RuleSetSchema } from "../../engine/schema/rule-set.ts";
import { FIELD_MEANINGS } from "../../server/docs/field-meanings.ts";
import { languageDocument } from "../../server/docs/language-document.ts";
import { fieldsOf, schemaOf } from "../../server/docs/schema-fields.ts";
import { SECTIONS } from "../../server/docs/sections.ts";
import { constructs } from "../constructs/read-constructs.ts";

const written = readFileSync(new URL("../../rules/LANGUAGE.md", import.meta.url), "utf8");

/** The fields of a rule set that are no part of the law's contents. */
const OF_THE_DOCUMENT = ["$schema", "regime", "effectiveYear", "revision", "name"];

describe("rules/LANGUAGE.md", () => {
  it("is what its sources give (server/write-docs.ts writes it)", () => {
    expect(written).toBe(languageDocument());
  });

  it("has a section for every part of a rule set", () => {
    const places = Object.keys(RuleSetSchema.properties).filter((field) => !OF_THE_DOCUMENT.includes(field));
    expect(SECTIONS.map(({ place }) => place).sort()).toEqual(places.sort());
  });

  it("says what every field means, and of no field that does not exist", () => {
    for (const { place } of SECTIONS) {
      const fields = fieldsOf(schemaOf(place)).map(({ name }) => name);
      expect(Object.keys(FIELD_MEANINGS[place] ?? {}).filter((name) => !fields.includes(name))).toEqual([]);
    }
    expect(written).not.toMatch(/\| {2}\|\n/);
    expect(written).not.toMatch(/undefined|\[object/);
  });

  it("refers to every worked construct", () => {
    expect(constructs.filter(({ construct }) => !written.includes(`/${construct}.json`))).toEqual([]);
  });
});
