import type { Activity, Case } from "../../../engine/index.ts";
import type { Random } from "../../../server/demo/random.ts";
import { ANNEX_2 } from "../handwritten/annex-2.ts";
import { daysAfter } from "./days.ts";

const LISTED = [...ANNEX_2.keys()];
const UNLISTED = ["legal-podcast", "moot-court-jury"];
const TITLES = ["Салық даулары", "Азаматтық процесс", "Медиация", "Еңбек құқығы", "Тұтынушы құқықтары", "Арбитраж"];
const ORGANIZERS = ["Алматы палатасы", "Астана палатасы", "РЗКА", "Назарбаев Университеті"];
const UNITS = [0.5, 1, 1.5, 2, 3];
const RECOGNISED_POINTS = [0.75, 1, 1.5, 2, 3, 4.25];

/** The day on which an activity ended: mostly in the reporting year, a made-up one mostly in the first sanction's term. */
function endDay(random: Random, { reportingYear, sanctions }: Case, madeUp: boolean): string {
  const first = `${reportingYear}-01-01`;
  const sanction = madeUp && sanctions ? random.of(sanctions) : null;
  if (sanction) return daysAfter(sanction.imposedOn, random.between(-4, sanction.sanction === "warning" ? 34 : 100));
  return random.percent(95) ? daysAfter(first, random.between(0, 364)) : daysAfter(first, random.between(-60, 500));
}

function recognition(random: Random, endedOn: string): Partial<Activity> {
  if (random.percent(40)) return {};
  return {
    justification: "Салық даулары туралы он екі шығарылым",
    recognition: {
      points: random.of(RECOGNISED_POINTS),
      decidedOn: daysAfter(endedOn, random.between(5, 120)),
      reference: `№ ${random.between(1, 90)} шешім`,
    },
  };
}

function evidence(random: Random): Activity["evidence"] {
  if (random.percent(6)) return [];
  const certificate = { kind: "certificate", name: `certificate-${random.between(1, 99)}.pdf` };
  return random.percent(15) ? [certificate, { kind: "programme", name: "programme.pdf" }] : [certificate];
}

/** What the consultant claims: mostly the weight of Annex 2, sometimes too much, sometimes nothing. */
function claim(random: Random, form: string): Partial<Activity> {
  if (random.percent(30)) return {};
  const listed = ANNEX_2.get(form)?.points ?? 1;
  return { claimedPoints: random.percent(92) ? listed : listed + random.of([-0.5, 1, 2.25]) };
}

/** One activity of a case whose sanctions are known. */
export function generateActivity(random: Random, theCase: Case, number: number): Activity {
  const { reportingYear, sanctions } = theCase;
  const marked = random.percent(sanctions ? 35 : 1);
  const listed = random.percent(95);
  const form = random.of(listed ? LISTED : UNLISTED);
  const to = endDay(random, theCase, marked);
  return {
    id: `a${number}`,
    form,
    title: `${random.of(TITLES)}, ${random.between(1, 40)}-бөлім`,
    organizer: random.of(ORGANIZERS),
    from: random.percent(70) ? to : daysAfter(to, -random.between(1, 20)),
    to,
    ...(random.percent(4) ? { units: random.of(UNITS) } : {}),
    evidence: evidence(random),
    ...claim(random, form),
    ...(listed && random.percent(99.5) ? {} : recognition(random, to)),
    ...(marked ? { makeUpFor: random.percent(90) ? reportingYear : reportingYear - 1 } : {}),
  };
}
