import type { Language, Problem } from "../../../engine/index.ts";
import { valueName } from "../../language/explain/names.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import { describe, labelOf } from "../../report-check/field-errors.ts";
import { fieldHint } from "../../report-check/field-hint.ts";
import { writeDay } from "../../report-check/typed-values.ts";
import { addressOf, type Place } from "../places.ts";
import { plainField } from "../plain-field.ts";
import { backToYear } from "../year/back-to-year.ts";
import { type CsvColumn, csvColumns } from "./csv-columns.ts";

/** The largest upload, in mebibytes. */
const LARGEST = 16;

/** A value as it is written in the file, and what it stands for where it has a name. */
const withName = (value: string, name: string): string => (name === value ? value : `${value} (${name})`);

/** What a column says; of one that the rule set declares also which values it takes, and what holds without one. */
function sayColumn(language: Language, { name, declared }: CsvColumn): string {
  const say = messages(language);
  if (!declared) return say(`upload.column.${name}`);
  const { id, declared: { values = null, valueNames } = {} } = declared;
  const label = labelOf(language, declared);
  const what = id === "decided-on" ? say("upload.column-decision", { name: label }) : label;
  if (id === "evidence-kind") return say("upload.column-documents", { name: label });
  const named = values?.map((value) => withName(value, valueName(language, valueNames, value)));
  const allowed = named && say("upload.column-values", { values: named.join(", ") });
  return [what, allowed, fieldHint(language, declared)].filter(Boolean).join(". ");
}

/** Builds the page on which a file is chosen, and its format described. */
export function chooseFilePage(
  language: Language,
  place: Place,
  day: string,
  problem: Problem | null,
): { head: PageHead; model: object } {
  const say = messages(language);
  const address = `${addressOf(language, place.chamber.id, place.year)}/upload`;
  const title = say("upload.title");
  const message = problem && describe(language, problem);
  const onDay = problem?.pointer === "/asOf";
  const file = plainField({
    id: "file",
    label: say("upload.file"),
    hint: say("upload.file.hint", { limit: LARGEST }),
    error: onDay ? null : message,
  });
  return {
    head: { title: problem ? say("form.error-title", { title }) : title, section: "chambers" },
    model: {
      back: backToYear(language, place),
      heading: title,
      action: address,
      errors: problem ? [{ href: onDay ? "#asOf" : "#file", message }] : null,
      file: { ...file, accept: ".csv,.ndjson,.jsonl,.json,text/csv" },
      day: plainField({
        id: "asOf",
        label: say("field.as-of"),
        hint: say("upload.as-of.hint"),
        value: problem ? day : writeDay(day),
        numeric: true,
        kind: "day",
        error: onDay ? message : null,
      }),
      template: `${address}/template.csv`,
      forms: place.rules.ruleSet.forms.map(({ id, name }) => ({ id, name: name[language] })),
      columns: csvColumns(place.rules.ruleSet).map((column) => ({
        name: column.name,
        text: sayColumn(language, column),
        example: column.example,
      })),
    },
  };
}
