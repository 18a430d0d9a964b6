import type { Language } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import { formatNumber } from "../../language/numbers.ts";
import { listedForms } from "../../report-check/decide-report.ts";
import { reportOfCase } from "../../report-check/report-of-case.ts";
import type { TypedReport } from "../../report-check/typed-report.ts";
import { caseAddress } from "../places.ts";
import { differences } from "./differences.ts";
import type { Entry } from "./entry.ts";
import type { KeptMeanwhile } from "./form-state.ts";

/** Both sides of a conflict: what was kept meanwhile, by whom and when, and where what was entered differs from it. */
export function conflictView(language: Language, entry: Entry, typed: TypedReport, { kept, by, at }: KeptMeanwhile) {
  const say = messages(language);
  const { content, latest } = kept.state;
  const asKept = reportOfCase(content, latest?.asOf ?? "", listedForms(entry.rules));
  return {
    text: say("conflict.text", { name: by, instant: formatInstant(language, at) }),
    kept: latest
      ? say("conflict.kept", {
          number: latest.number,
          outcome: say(`outcome.${latest.outcome}`),
          total: formatNumber(language, latest.total),
        })
      : null,
    href: caseAddress(language, entry.chamber.id, entry.year, entry.consultant.id),
    differences: differences(language, entry.rules, asKept, typed).map(({ place, kept: before, entered }) => ({
      place,
      kept: before || "–",
      entered: entered || "–",
    })),
  };
}
