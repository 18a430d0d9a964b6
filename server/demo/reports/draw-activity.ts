import type { Activity } from "../../../engine/index.ts";
import { daysAfter, daysBetween, yearOf } from "../calendar/days.ts";
import { isHoliday, isSunday } from "../calendar/working-days.ts";
import type { Random } from "../random.ts";
import type { Person } from "../story/person.ts";
import type { FormHabit, Proof } from "./forms.ts";
import { organizerOf } from "./organizers.ts";
import { titleOf } from "./titles.ts";

/** From the first to the last day. */
export interface Span {
  from: string;
  to: string;
}

/** An activity that has no place in a report yet. */
export type DrawnActivity = Omit<Activity, "id">;

const isQuiet = (day: string): boolean => day.slice(5, 7) === "07" || day.slice(5, 7) === "08";

/** A day on which an activity may end: no Sunday or holiday, and seldom in July and August. */
function endDay(random: Random, { from, to }: Span): string {
  const day = daysAfter(from, random.between(0, Math.max(0, daysBetween(from, to))));
  const wanted = !isSunday(day) && !isHoliday(day) && (!isQuiet(day) || random.percent(30));
  if (wanted || daysBetween(from, to) < 14) return day;
  return endDay(random, { from, to });
}

/** Semesters end in May and in December; where the span holds neither end, any day. */
function semesterEnd(random: Random, span: Span): string {
  const year = yearOf(span.to);
  const ends = [`${year}-05-${random.between(20, 30)}`, `${year}-12-${random.between(18, 29)}`];
  const within = ends.filter((day) => day >= span.from && day <= span.to);
  return within.length > 0 ? random.of(within) : endDay(random, span);
}

/** The name of a document: those that are given out have a number. */
function documentName(random: Random, proof: Proof, language: Person["language"]): string {
  const numbered = ["certificate", "diploma", "reference", "order"].includes(proof.kind);
  return `${proof[language]}${numbered ? ` № ${random.between(11, 2900)}` : ""}.pdf`;
}

const PROGRAMME: Proof = { kind: "programme", kk: "Іс-шара бағдарламасы", ru: "Программа мероприятия" };

function evidenceOf(random: Random, { proof }: FormHabit, language: Person["language"]): Activity["evidence"] {
  const document = { kind: proof.kind, name: documentName(random, proof, language) };
  if (proof.kind !== "certificate" || !random.percent(14)) return [document];
  return [document, { kind: PROGRAMME.kind, name: documentName(random, PROGRAMME, language) }];
}

/** Draws an activity of a form that ends within the span, with what the consultant claims for it. */
export function drawActivity(
  random: Random,
  habit: FormHabit,
  claimedPoints: number,
  span: Span,
  { language, chamber }: Person,
): DrawnActivity {
  const { form, days } = habit;
  const to = form === "teaching" ? semesterEnd(random, span) : endDay(random, span);
  const lasting = Math.min(random.between(...days), daysBetween(span.from, to) + 1);
  const from = daysAfter(to, 1 - lasting);
  return {
    form,
    title: titleOf(random, { form, year: yearOf(to), days: lasting }, language),
    organizer: organizerOf(random, form, chamber)[language],
    from,
    to,
    evidence: evidenceOf(random, habit, language),
    claimedPoints,
  };
}
