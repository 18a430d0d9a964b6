import type { Language } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { TypedReport } from "../../report-check/typed-report.ts";
import type { Chamber, Stored } from "../../store/records.ts";
import { differences } from "../case/differences.ts";
import { CHAMBER, NAME, type Registration, typedRegistration } from "./registration.ts";
import type { RegisteredMeanwhile } from "./save-registration.ts";

/** Both sides of a conflict: what the register says meanwhile, by whom, and where what was entered differs from it. */
export function registrationConflict(
  language: Language,
  registration: Registration,
  { typed, chambers }: { typed: TypedReport; chambers: readonly Stored<Chamber>[] },
  { kept, by, at }: RegisteredMeanwhile,
) {
  const say = messages(language);
  const now = typedRegistration({ ...registration, kept });
  const nameOf = (id: string): string => chambers.find((chamber) => chamber.id === id)?.state.name[language] ?? id;
  const side = ({ fields }: TypedReport) => ({
    name: (fields.get(NAME) ?? "").trim(),
    chamber: nameOf(fields.get(CHAMBER) ?? ""),
  });
  const [before, entered] = [side(now), side(typed)];
  const own = (["name", "chamber"] as const).flatMap((field) =>
    before[field] === entered[field]
      ? []
      : [{ place: say(`register.field.${field}`), kept: before[field], entered: entered[field] }],
  );
  const ofCase = registration.rules ? differences(language, registration.rules, now, typed) : [];
  return {
    title: say("register.conflict.title"),
    text: say("conflict.text", { name: by, instant: formatInstant(language, at) }),
    differences: [...own, ...ofCase],
    goOn: say("register.conflict.go-on"),
  };
}
