import { describe, expect, it } from "vitest";
import { LOGGED_ACTIONS } from "../../server/audit/logged-actions.ts";
import { SHOWN_FIELDS } from "../../server/audit/pages/shown-fields.ts";
import { FINDING_CODES } from "../../server/audit/verify/finding.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { readWording } from "../../server/language/messages.ts";

describe.each(LANGUAGES)("the words of the log in %s", (language) => {
  const keys = Object.keys(readWording(language));
  const under = (prefix: string): string[] => keys.filter((key) => key.startsWith(prefix)).sort();

  it("name every action that is logged, and no other", () => {
    expect(under("event.")).toEqual(LOGGED_ACTIONS.map((action) => `event.${action}`).sort());
  });

  it("name every kind of record, and no other", () => {
    expect(under("record.")).toEqual(
      Object.keys(SHOWN_FIELDS)
        .map((kind) => `record.${kind}`)
        .sort(),
    );
  });

  it("name every field that is shown, and no other", () => {
    const labels = Object.values(SHOWN_FIELDS).flatMap((fields) => fields.map(({ label }) => `audit.field.${label}`));
    expect(under("audit.field.")).toEqual([...new Set(labels)].sort());
  });

  it("say everything that can be wrong with a log, and nothing else", () => {
    expect(under("audit.finding.")).toEqual(FINDING_CODES.map((code) => `audit.finding.${code}`).sort());
  });
});
