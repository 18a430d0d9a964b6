import type { Language } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import type { ReplayScope } from "../../replay/replay-recorded.ts";
import { Refusal } from "../refusal.ts";

export interface ReevaluateOptions {
  chamber?: string[];
  year?: string[];
  whatIf?: string;
  asKnownOn?: string;
  json?: boolean;
  /** The login of the account in whose name the result is kept; it is not kept without one. */
  keep?: string;
  note?: string;
  lang: Language;
}

/** The chambers and years that are asked for. @throws {Refusal} where a year is none. */
export function scopeOf({ chamber = [], year = [] }: ReevaluateOptions): Required<ReplayScope> {
  const wrong = year.find((one) => !/^\d{4}$/.test(one));
  if (wrong !== undefined) throw new Refusal("--year", [serverProblem("not-a-year", "", { year: wrong })]);
  return { chambers: chamber, years: year.map(Number) };
}
