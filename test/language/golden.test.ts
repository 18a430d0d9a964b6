import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Section } from "../../server/language/explain/explain-rule-set.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { qagida } from "../cli/qagida.ts";

const golden = (language: string): string =>
  readFileSync(new URL(`./explain-2022.${language}.txt`, import.meta.url), "utf8");

describe("qagida explain", () => {
  it.each(LANGUAGES)("says the rules of 2022 in %s", async (language) => {
    const { code, stdout, stderr } = await qagida(["explain", "2022", "--lang", language]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(golden(language));
  });

  it("gives the sections as JSON", async () => {
    const { code, stdout } = await qagida(["explain", "2022", "--json"]);
    expect(code).toBe(0);
    const sections = JSON.parse(stdout.replaceAll("\u00a0", " ")) as Section[];
    const ids = ["duty", "credits", "exemptions", "report", "sanctions", "terms", "readings"];
    expect(sections.map(({ id }) => id)).toEqual(ids);
    expect(sections[1]?.title).toBe("What counts, and for how many points");
    expect(sections[1]?.sentences).toContainEqual({
      text: "Seminar: 2 points per activity.",
      clauses: ["Annex 2, item 2"],
    });
  });

  it("refuses a year without rules", async () => {
    expect(await qagida(["explain", "2021"])).toMatchObject({ code: 2, stdout: "" });
  });
});
