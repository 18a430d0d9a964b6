import { beforeAll, describe, expect, it } from "vitest";
import { writeRuleSet } from "../../server/adoption/rule-set-text.ts";
import { valueAt, withValueAt } from "../../server/workspace/editor/document/at-pointer.ts";
import { asList, type Fields, idOf } from "../../server/workspace/editor/document/fields.ts";
import { inSchemaOrder } from "../../server/workspace/editor/document/schema-order.ts";
import { SECTIONS, type Section } from "../../server/workspace/editor/sections.ts";
import { constructs, rulesOf } from "../constructs/read-constructs.ts";
import { buildSections } from "./build-rule-set.ts";
import { createDraftSite, type DraftSite } from "./draft-site.ts";

const ALWAYS_THERE = ["norm", "total"];

/** What a section is before anything is built in it. */
function emptied({ shape, pointer, needed }: Section, ruleSet: Fields): unknown {
  if (shape === "list") {
    const there = asList(valueAt(ruleSet, pointer)).filter((part) => ALWAYS_THERE.includes(idOf(part) ?? ""));
    return ["/amounts", "/measures"].includes(pointer)
      ? there.map((part) => ({ id: idOf(part) }))
      : needed
        ? []
        : undefined;
  }
  if (shape === "fixed") return { report: {}, summary: {} };
  return shape === "one" ? {} : undefined;
}

let site: DraftSite;
beforeAll(async () => {
  site = await createDraftSite();
}, 60_000);

describe("the forms of the editor build each construct of the language", () => {
  it.each(constructs)("$construct", { timeout: 60_000 }, async ({ construct, rules }) => {
    const ruleSet = JSON.parse(JSON.stringify(rulesOf({ construct, rules }))) as Fields;
    const isWanted = ({ pointer }: Section): boolean => (pointer.split("/")[1] as string) in rules;
    const start = SECTIONS.filter(isWanted).reduce(
      (document, section) => withValueAt(document, section.pointer, emptied(section, ruleSet)),
      ruleSet,
    );
    const records = [{ kind: "draft", id: construct, from: 0, state: draftWith(writeRuleSet(start)) }] as const;
    await site.services.store.commit({ action: "draft.save", by: { account: null, name: "Qagida" }, records });
    await buildSections(site, `/ru/workspace/${construct}`, ruleSet, isWanted);
    expect((await site.draft(construct)).state.text).toBe(writeRuleSet(inSchemaOrder(ruleSet)));
  });
});

const draftWith = (text: string) => ({
  title: "A construct",
  status: "draft" as const,
  authors: [],
  basedOn: null,
  correction: null,
  text,
  review: null,
  remarks: [],
  looked: [],
  ending: null,
});
