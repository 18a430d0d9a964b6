import { LANGUAGES } from "../../../language/languages.ts";
import { messages } from "../../../language/messages.ts";
import type { Fields } from "./fields.ts";
import { inSchemaOrder } from "./schema-order.ts";

const inAllLanguages = (key: string): Fields =>
  Object.fromEntries(LANGUAGES.map((language) => [language, messages(language)(`editor.new.${key}`)]));

const deadline = (name: string): Fields => ({ name: inAllLanguages(name), yearsAfter: 1, rollover: "none" });

/** A draft that is made of nothing: only what every rule set has, its two fixed parts among it. */
export const emptyDraft = (effectiveYear: number): Fields =>
  inSchemaOrder({
    regime: "kz-legal-consultants",
    effectiveYear,
    revision: 1,
    period: { starts: "01-01" },
    membership: {},
    absences: [],
    exemptions: [],
    amounts: [{ id: "norm", name: inAllLanguages("norm") }],
    forms: [],
    unlisted: { creditedBy: "recognition" },
    evidence: { required: true },
    measures: [{ id: "total", name: inAllLanguages("total") }],
    requirements: [],
    deadlines: { report: deadline("report"), summary: deadline("summary") },
    sanctions: [],
    interpretations: [],
    examples: [],
  });
