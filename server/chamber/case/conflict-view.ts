import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { reportOfCase } from "../../report-check/report-of-case.ts";
import type { TypedReport } from "../../report-check/typed-report.ts";
import { caseAddress } from "../places.ts";
import { differences } from "./differences.ts";
import type { Entry } from "./entry.ts";
import type { KeptMeanwhile } from "./kept-meanwhile.ts";
import { keptSide } from "./kept-side.ts";

/** Both sides of a conflict: what was kept meanwhile, by whom and when, and where what was entered differs from it. */
export function conflictView(language: Language, entry: Entry, typed: TypedReport, meanwhile: KeptMeanwhile) {
  const say = messages(language);
  const { content, latest } = meanwhile.kept.state;
  const { changed, kept } = keptSide(language, meanwhile);
  const asKept = reportOfCase(content, latest?.asOf ?? "", entry.rules.ruleSet);
  return {
    text: say("conflict.text", changed),
    kept,
    href: caseAddress(language, entry.chamber.id, entry.year, entry.consultant.id),
    differences: differences(language, entry.rules, asKept, typed),
    goOn: say("conflict.go-on"),
  };
}
