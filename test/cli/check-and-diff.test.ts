import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { RuleSet } from "../../engine/index.ts";
import type { Form } from "../../engine/schema/rule-set.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { qagida } from "./qagida.ts";

const rules = (file: string): string => fileURLToPath(new URL(`../../rules/${file}`, import.meta.url));
let folder: string;
let draft: string;

/** Writes a copy of the set of 2022, changed by `edit`. */
function writeDraft(edit: (set: RuleSet) => void): void {
  const set = JSON.parse(readFileSync(rules("2022.json"), "utf8"));
  edit(set);
  writeFileSync(draft, JSON.stringify(set));
}

beforeAll(() => {
  folder = temporaryFolder("check");
  draft = join(folder, "2028.json");
});

describe("qagida check", () => {
  it("finds nothing in the rules of 2022", async () => {
    expect(await qagida(["check", rules("2022.json")])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Decided \d+ made-up cases.*\n.*2022\.json: no errors\.\n$/),
      stderr: "",
    });
  });

  it("tells every problem with its place, in words and as JSON", async () => {
    copyFileSync(rules("2022.text.json"), join(folder, "2028.text.json"));
    writeDraft((set) => {
      Object.assign(set.forms[1] ?? {}, { clauses: ["Annex 2, item 99"] });
      Object.assign(set.amounts[0] ?? {}, { value: 12 });
    });
    const { code, stdout } = await qagida(["check", draft, "--lang", "kk"]);
    expect(code).toBe(1);
    expect(stdout).toContain("/forms/1/clauses/0: Қағидалар мәтінінде «Annex 2, item 99» тармағы жоқ.");
    const json = await qagida(["check", draft, "--json"]);
    const found = JSON.parse(json.stdout) as { code: string; pointer: string; severity: string; message: string }[];
    expect(found).toContainEqual(
      expect.objectContaining({ severity: "error", code: "unknown-clause", pointer: "/forms/1/clauses/0" }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({ code: "example-fails", pointer: "/examples/0/expect/points/norm" }),
    );
  });

  it("says that clauses were not checked where no text stands beside the set", async () => {
    const alone = join(folder, "alone.json");
    copyFileSync(rules("2022.json"), alone);
    const { code, stdout } = await qagida(["check", alone]);
    expect(code).toBe(0);
    expect(stdout).toContain("warning /: There is no text of the Rules beside it");
  });

  it("takes what is not a rule set for one with an error, and a missing file for a refusal", async () => {
    writeFileSync(draft, "[]");
    expect((await qagida(["check", draft])).code).toBe(1);
    expect((await qagida(["check", join(folder, "none.json")])).code).toBe(2);
  });
});

describe("qagida diff", () => {
  it("tells by meaning what changed, in each language", async () => {
    writeDraft((set) => {
      set.effectiveYear = 2028;
      const [seminar, article] = [set.forms[1], set.forms[11]] as [Form, Form];
      seminar.weight = 3;
      set.forms.push({ ...article, id: "legal-podcast", short: { kk: "Подкаст", ru: "Подкаст", en: "Podcast" } });
      set.forms.splice(4, 1);
      set.forms.reverse();
      Object.assign(set.amounts[0] ?? {}, { value: 12 });
      Object.assign(set.sanctions[0]?.term ?? {}, { months: 2 });
    });
    const say = async (lang: string): Promise<string> =>
      (await qagida(["diff", "2022", draft, "--lang", lang])).stdout.replaceAll("\u00a0", " ");
    expect(await say("en")).toBe(
      [
        "Rule set of 2022, revision 1 → Rule set of 2028, revision 1",
        "Norm: 10 → 12 points from 2028 (3.2; 7.2)",
        "Removed: form “Internship”: 2 points per activity (Annex 2, 5)",
        "Added: form “Podcast”: 1 point per activity (Annex 2, 11)",
        "Seminar: 2 → 3 points from 2028 (Annex 2, 2)",
        "Warning: 1 month → 2 months from 2028 (9.1)",
        "",
      ].join("\n"),
    );
    expect(await say("ru")).toContain("Установленная норма: 10 → 12 баллов");
    expect(await say("kk")).toContain("Семинар: 2 → 3 балл");
  });

  it("tells a change of a condition as a sentence, and gives the changes as JSON", async () => {
    writeDraft((set) => {
      const when = { fact: "absence.daysInYear", operator: "greaterThan", value: 30 };
      Object.assign(set.exemptions[0] ?? {}, { when });
    });
    const { stdout } = await qagida(["diff", "2022", draft]);
    expect(stdout).toContain("Maternity leave – condition: ");
    expect(stdout).toContain("→ the number of days of absence in the year is more than 30 (7.4)");
    const [change] = JSON.parse((await qagida(["diff", "2022", draft, "--json"])).stdout);
    expect(change).toMatchObject({ kind: "changed", part: "exemption", field: "when", pointer: "/exemptions/0/when" });
  });

  it("says so where nothing changed, and refuses a year without rules", async () => {
    expect((await qagida(["diff", "2022", "2026"])).stdout).toContain("The two rule sets say the same.");
    expect(await qagida(["diff", "2021", "2022"])).toMatchObject({ code: 2, stdout: "" });
  });
});
