import type { Language, Problem, RuleSet } from "../../engine/index.ts";
import { pointerStep } from "../../engine/reading/problem.ts";
import { messages } from "../language/messages.ts";
import { sayProblem } from "../language/say-problem.ts";
import { fieldNames, type ReportField } from "./report-fields.ts";
import { ROW_KINDS, type TypedReport } from "./typed-report.ts";

/** The id of a field in the page: its JSON Pointer with hyphens for what no id may hold. */
export const fieldId = (name: string): string => name.slice(1).replaceAll(/[^\p{L}\p{N}_-]/gu, "-");

/** An error of the form: the field it is about, and what to do, for the summary and beside the field. */
export interface FieldError {
  name: string | null;
  href: string;
  /** Names the field, for the summary. */
  place: string;
  message: string;
}

const ROW = /^\/(\w+)\/(\d+)(?:\/|$)/;

/** Where a problem stands in the case: a missing field has the pointer of what it is missing from. */
const pointerOf = ({ code, pointer, params }: Problem): string =>
  code === "missing-field" ? pointer + pointerStep(params.field as string) : pointer;

/** The problem in the reader's language, in the words of a form where those of JSON would not be understood. */
export function describe(language: Language, { code, params }: Problem): string {
  const say = messages(language);
  const inForm = `form.problem.${code}`;
  return say.has(inForm) ? say(inForm, params) : sayProblem(language, { code, params });
}

/** Whether a day is refused that was left empty, and so was taken from the first day, which is refused itself. */
const isBlankEnd = ({ code, pointer }: Problem, { fields }: TypedReport): boolean =>
  code === "not-a-day" && /^\/activities\/\d+\/to$/.test(pointer) && (fields.get(pointer) ?? "").trim() === "";

/** What a field is called: by the rule set where that declares it. */
export function labelOf(language: Language, { id, declared }: ReportField): string {
  const name = declared?.name[language];
  if (id === "evidence-kind") return messages(language)("field.evidence-kind", { kind: name ?? "" });
  return name ?? messages(language)(`field.${id}`);
}

/** Names a field, with the row that it is in. */
export function placeOf(language: Language, ruleSet: RuleSet | null, name: string, typed: TypedReport): string {
  const say = messages(language);
  const field = fieldNames(ruleSet, typed).get(name);
  const label = field ? labelOf(language, field) : "";
  const [, kind, at] = ROW.exec(name) ?? [];
  if (at === undefined) return label;
  const row = say(`row.${kind}`, { number: Number(at) + 1 });
  return label ? `${row}, ${label}` : row;
}

/** Maps the engine's problems to the fields of the form, each in the reader's language. */
export function fieldErrors(
  language: Language,
  ruleSet: RuleSet | null,
  problems: readonly Problem[],
  typed: TypedReport,
): FieldError[] {
  const names = fieldNames(ruleSet, typed);
  return problems
    .filter((found) => !isBlankEnd(found, typed))
    .map((found) => {
      let name = pointerOf(found);
      while (name !== "" && !names.has(name)) name = name.slice(0, name.lastIndexOf("/"));
      const message = describe(language, found);
      if (name !== "") {
        return { name, href: `#${fieldId(name)}`, place: placeOf(language, ruleSet, name, typed), message };
      }
      const kind = ROW_KINDS.find((candidate) => found.pointer.startsWith(`/${candidate}`));
      return {
        name: null,
        href: `#${kind ?? "entries"}`,
        place: kind ? messages(language)(`form.${kind}`) : "",
        message,
      };
    });
}
