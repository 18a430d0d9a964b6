import type { Absence, Activity, Case, RuleSet } from "../../../engine/index.ts";
import { UNLISTED } from "../../report-check/case-of-report.ts";
import { GROUNDS } from "../../report-check/field-choices.ts";

type EarlierYear = NonNullable<Case["history"]>[number];
type Attributes = NonNullable<Activity["attributes"]>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DOCUMENT = "document";

/** The same without the fields that hold nothing. */
const given = <T>(fields: { [Key in keyof T]: T[Key] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** Gathers every text of a value. */
function gather(value: unknown, found: Set<string>): void {
  if (typeof value === "string") found.add(value);
  else if (typeof value === "object" && value !== null) for (const held of Object.values(value)) gather(held, found);
}

/** The words that the rules themselves hold: they name nobody. */
function wordsOf({ examples: _, ...rules }: RuleSet): ReadonlySet<string> {
  const found = new Set([...GROUNDS, DOCUMENT]);
  gather(rules, found);
  return found;
}

/** Gives each different text a neutral one; equal texts get the same, as what is a duplicate has to stay one. */
function numbered(neutral: (number: number) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? neutral(known.size + 1);
    known.set(text, found);
    return found;
  };
}

/** Stands for a name in every language: the example is read in all three, and holds each text once. */
const numero = (number: number): string => `№ ${number}`;

function neutralWords(ruleSet: RuleSet) {
  const words = wordsOf(ruleSet);
  const unless = (neutral: (text: string) => string) => (text: string) => (words.has(text) ? text : neutral(text));
  const listed = new Set(ruleSet.forms.map(({ id }) => id));
  const unlisted = numbered((number) => (number === 1 ? UNLISTED : `${UNLISTED}-${number}`));
  return {
    form: (text: string) => (listed.has(text) ? text : unlisted(text)),
    title: numbered(numero),
    organizer: unless(numbered(numero)),
    word: unless(() => DOCUMENT),
    attributes: (held: Attributes): Attributes =>
      Object.fromEntries(
        Object.entries(held).filter(
          ([key, value]) => words.has(key) && (typeof value !== "string" || words.has(value) || DAY.test(value)),
        ),
      ),
    has: (text: string) => words.has(text),
  };
}

type Neutral = ReturnType<typeof neutralWords>;

function neutralActivity(neutral: Neutral, activity: Activity, at: number): Activity {
  const { title, organizer, evidence, recognition, attributes, justification: _, ...rest } = activity;
  return given<Activity>({
    ...rest,
    id: `a${at + 1}`,
    form: neutral.form(activity.form),
    title: neutral.title(title),
    organizer: neutral.organizer(organizer),
    evidence: evidence.map(({ kind }) => ({ kind: neutral.word(kind), name: "" })),
    recognition: recognition && { points: recognition.points, decidedOn: recognition.decidedOn },
    attributes: attributes && neutral.attributes(attributes),
  });
}

/** Earlier years keep the measures that the rules know. */
const neutralYear = (neutral: Neutral, { measures, ...year }: EarlierYear) =>
  given<EarlierYear>({
    ...year,
    measures: measures && Object.fromEntries(Object.entries(measures).filter(([key]) => neutral.has(key))),
  });

function neutralConsultant({ attributes }: Neutral, { consultant }: Case): Case["consultant"] {
  const { memberSince, memberUntil, attributes: held } = consultant;
  return given<Case["consultant"]>({
    id: "consultant",
    memberSince,
    memberUntil,
    attributes: held && attributes(held),
  });
}

/**
 * A recorded case as an example: it names nobody. Days and numbers stay as they are, for the decision rests on them; a
 * text stays only where the rules hold it themselves.
 */
export function withoutNames(ruleSet: RuleSet, theCase: Case): Case {
  const neutral = neutralWords(ruleSet);
  const { reportingYear, absences, activities, report, sanctions, decisions, history } = theCase;
  const word = (text: string | undefined) => text && neutral.word(text);
  return given<Case>({
    reportingYear,
    consultant: neutralConsultant(neutral, theCase),
    absences: absences?.map(({ kind, ground, ...days }) =>
      given<Absence>({ kind: word(kind), ground: word(ground), ...days }),
    ),
    activities: activities.map((activity, at) => neutralActivity(neutral, activity, at)),
    report,
    sanctions: sanctions?.map(({ sanction, imposedOn }) => ({ sanction: neutral.word(sanction), imposedOn })),
    decisions: decisions?.map(({ decision, decidedOn }) => ({ decision: neutral.word(decision), decidedOn })),
    history: history?.map((year) => neutralYear(neutral, year)),
  });
}
