import { hashOf } from "../../../engine/hash.ts";
import type { Problem } from "../../../engine/index.ts";
import type { DecidedReport } from "../../report-check/decide-report.ts";
import type { TypedReport } from "../../report-check/typed-report.ts";
import type { KeptMeanwhile } from "./kept-meanwhile.ts";

/** How the entering of a case stands. */
export interface FormState {
  typed: TypedReport;
  from: number;
  submission: string;
  reason: string;
  decided?: DecidedReport | null;
  problems?: readonly Problem[];
  conflict?: KeptMeanwhile;
  /** Whether something was changed after the decision had been shown, so that it is shown again. */
  changed?: boolean;
  focus?: string;
}

/** Marks a decision: nothing is recorded but what was shown. */
export const markOf = ({ case: theCase, decision }: DecidedReport): string =>
  hashOf([theCase, decision.asOf, decision.ruleSet.sha256]);
