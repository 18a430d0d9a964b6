import type { Language } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { TypedReport } from "../../report-check/typed-report.ts";
import { differences } from "../case/differences.ts";
import { NAME, type Registration, typedRegistration } from "./registration.ts";
import type { RegisteredMeanwhile } from "./save-registration.ts";

/** Both sides of a conflict: what the register says meanwhile, by whom, and where what was entered differs from it. */
export function registrationConflict(
  language: Language,
  registration: Registration,
  typed: TypedReport,
  { kept, by, at }: RegisteredMeanwhile,
) {
  const say = messages(language);
  const now = typedRegistration({ ...registration, kept });
  const ofName = {
    place: say("register.field.name"),
    kept: now.fields.get(NAME) ?? "",
    entered: (typed.fields.get(NAME) ?? "").trim(),
  };
  const ofCase = registration.rules ? differences(language, registration.rules, now, typed) : [];
  return {
    title: say("register.conflict.title"),
    text: say("conflict.text", { name: by, instant: formatInstant(language, at) }),
    differences: [...(ofName.kept === ofName.entered ? [] : [ofName]), ...ofCase],
    goOn: say("register.conflict.go-on"),
  };
}
