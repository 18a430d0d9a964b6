import type { Absence, Case } from "../../../engine/index.ts";
import type { Random } from "../../../server/demo/random.ts";
import { daysAfter, dueOf } from "./days.ts";

type Sanctions = NonNullable<Case["sanctions"]>;

/** When the consultant became, and where he left, ceased to be, a member: joiners and leavers of the year among them. */
export function generateConsultant(random: Random, reportingYear: number, number: number): Case["consultant"] {
  const first = `${reportingYear}-01-01`;
  const joined = random.percent(90) ? -random.between(1, 3000) : random.between(-1, 400);
  const memberSince = daysAfter(first, joined);
  const id = `c-${number}`;
  if (random.percent(80)) return { id, memberSince };
  if (random.percent(70)) return { id, memberSince, memberUntil: null };
  return { id, memberSince, memberUntil: daysAfter(first, Math.max(joined, random.between(-40, 500))) };
}

function generateAbsence(random: Random, reportingYear: number): Absence {
  const first = `${reportingYear}-01-01`;
  const kind = random.of(["maternity-leave", "childcare-leave", "suspension"]);
  const began = random.between(-300, 420);
  const from = daysAfter(first, began);
  const to = random.percent(20) ? null : daysAfter(from, random.between(0, 200));
  const last = began < -2 && random.percent(20) ? daysAfter(first, random.between(-2, 0)) : to;
  if (kind !== "suspension" || random.percent(20)) return { kind, from, to: last };
  return { kind, ground: random.of(["own-request", "sanction"]), from, to: last };
}

/** The leaves and suspensions of the consultants who have any. */
export function generateAbsences(random: Random, reportingYear: number): Pick<Case, "absences"> {
  if (random.percent(88)) return {};
  const count = random.percent(75) ? 1 : random.between(0, 2);
  return { absences: Array.from({ length: count }, () => generateAbsence(random, reportingYear)) };
}

/** A warning, then perhaps a suspension: after the due day, in the order of the ladder. */
export function generateSanctions(random: Random, reportingYear: number): Pick<Case, "sanctions"> {
  if (random.percent(85)) return {};
  const warned = daysAfter(dueOf(reportingYear), random.between(1, 60));
  const sanctions: Sanctions = [{ sanction: "warning", imposedOn: warned }];
  if (random.percent(30)) {
    sanctions.push({ sanction: "suspension", imposedOn: daysAfter(warned, random.between(20, 60)) });
  }
  return { sanctions };
}
