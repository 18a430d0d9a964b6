import type { Activity } from "../../../engine/index.ts";
import { UNLISTED } from "../../report-check/case-of-report.ts";
import { daysAfter, earlier } from "../calendar/days.ts";
import { workingDay } from "../calendar/working-days.ts";
import { chamberName } from "../chambers/chamber-name.ts";
import type { Random } from "../random.ts";
import type { Person } from "../story/person.ts";
import { type DrawnActivity, drawActivity, type Span } from "./draw-activity.ts";
import { FORM_HABITS, type FormHabit } from "./forms.ts";
import { UNLISTED_ACTIVITIES } from "./topics.ts";

const POINTS = [1, 2, 2, 3];

function recognised(random: Random, to: string, until: string, language: Person["language"]): Partial<Activity> {
  const decidedOn = earlier(workingDay(daysAfter(to, random.between(5, 25))), until);
  const number = random.between(2, 40);
  const reference =
    language === "kk"
      ? `Палата басқармасының № ${number} хаттамасы`
      : `Протокол № ${number} заседания правления палаты`;
  return { recognition: { points: random.of(POINTS), decidedOn, reference } };
}

/**
 * Draws an activity that Annex 2 does not list, with its written justification (clause 3.1), and where it was recognised
 * with that decision.
 * @param until the day by which the chamber has decided on it; null where it has not
 */
export function drawUnlisted(random: Random, span: Span, person: Person, until: string | null): DrawnActivity {
  const [title, justification] = random.of(UNLISTED_ACTIVITIES)[person.language];
  const drawn = drawActivity(random, FORM_HABITS[0] as FormHabit, 2, span, person);
  const recognition = until === null ? {} : recognised(random, drawn.to, until, person.language);
  const claimedPoints = recognition.recognition?.points ?? 2;
  const organizer = chamberName(person.chamber)[person.language];
  return { ...drawn, form: UNLISTED, title, organizer, claimedPoints, justification, ...recognition };
}
