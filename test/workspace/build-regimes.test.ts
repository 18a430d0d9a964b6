import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parseRuleSet } from "../../engine/index.ts";
import { inSchemaOrder } from "../../server/workspace/editor/document/schema-order.ts";
import { buildRuleSet } from "./build-rule-set.ts";
import { createDraftSite, type DraftSite } from "./draft-site.ts";

const ROOT = join(import.meta.dirname, "..", "..");

const FILES = {
  "the Rules of 2022": "rules/2022.json",
  Ontario: "test/regimes/ontario/rule-set.json",
  Australia: "test/regimes/australia/rule-set.json",
  "New York": "test/regimes/new-york/rule-set.json",
  Poland: "test/regimes/poland/rule-set.json",
  France: "test/regimes/france/rule-set.json",
  "the amendment of 2028": "test/regimes/kz-2028/rule-set.json",
};

let site: DraftSite;
beforeAll(async () => {
  site = await createDraftSite();
}, 60_000);

describe("the forms of the editor build, from an empty draft", () => {
  it.each(Object.entries(FILES))("%s", { timeout: 180_000 }, async (name, file) => {
    const ruleSet = JSON.parse(readFileSync(join(ROOT, file), "utf8"));
    const id = await buildRuleSet(site, name, ruleSet);
    const { $schema, examples, effectiveYear, revision, ...expected } = ruleSet;
    const built = JSON.parse((await site.draft(id)).state.text);
    const { examples: none, effectiveYear: _year, revision: _revision, ...rest } = built;
    expect(rest).toEqual(expected);
    expect(none).toEqual([]);
    expect(JSON.stringify(rest)).toBe(JSON.stringify(inSchemaOrder(expected)));
    expect(() => parseRuleSet(built)).not.toThrow();
  });
});
