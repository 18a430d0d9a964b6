import type { Language } from "../../engine/index.ts";
import { formatDay } from "../language/days.ts";
import { valueName } from "../language/explain/names.ts";
import { INTL_LOCALES } from "../language/languages.ts";
import { messages } from "../language/messages.ts";
import { formatNumber } from "../language/numbers.ts";
import type { Declared, FieldKind, ReportField } from "./report-fields.ts";

/** What holds where a field is left empty, as people write it; null where it is nothing. */
function sayOtherwise(language: Language, kind: FieldKind, { otherwise, valueNames }: Declared): string | null {
  if (otherwise === undefined || otherwise === "") return null;
  if (typeof otherwise === "boolean") return messages(language)(`form.${otherwise}`).toLocaleLowerCase(language);
  if (typeof otherwise === "number") return formatNumber(language, otherwise);
  return kind === "day" ? formatDay(language, otherwise) : valueName(language, valueNames, otherwise);
}

/** The hint of a field: for what it is needed, and what holds where it is left empty. */
export function fieldHint(language: Language, field: ReportField): string | null {
  const say = messages(language);
  const { id, hint, declared } = field;
  if (hint) return say(`field.${id}.hint`);
  if (!declared) return null;
  const { forms = [] } = declared;
  const list = new Intl.ListFormat(INTL_LOCALES[language]).format(forms.map((name) => name[language]));
  const parts = [forms.length > 0 ? say("field.attribute.forms", { forms: list }) : null];
  const value = sayOtherwise(language, field.kind, declared);
  if (value !== null) parts.push(say("field.attribute.otherwise", { value }));
  return parts.filter(Boolean).join(" ") || null;
}
