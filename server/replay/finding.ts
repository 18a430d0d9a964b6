import type { LookingBack } from "../store/records.ts";
import type { Replayed } from "./replay-case.ts";
import type { Impact } from "./replay-recorded.ts";
import type { Reproduced, Unlike } from "./reproduce-task.ts";
import type { Tally } from "./tally.ts";
import type { Trial } from "./trial.ts";

/** What a replay found: the figures, and everybody whose outcome changes, under the sets that were tried. */
export interface ReplayFinding {
  replayed: Tally;
  sets: Trial["sets"];
  list: readonly Replayed[];
}

/** What making the decisions again found: the figures, and each decision that is unlike. */
export interface ReproduceFinding {
  reproduced: Omit<Reproduced, "unlike">;
  list: readonly Unlike[];
}

export type Finding = ReplayFinding | ReproduceFinding;

export const isReplay = (finding: Finding): finding is ReplayFinding => "replayed" in finding;

/** The same entries, whatever order the threads told them in. */
const inOrder = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

const tallyInOrder = ({ cases, changed, refused, flows, chambers, years, forms }: Tally): Tally => ({
  cases,
  changed,
  refused,
  flows: inOrder(flows),
  chambers: inOrder(chambers),
  years: inOrder(years),
  forms: inOrder(forms),
});

/** The figures of a finding, as they are kept: the same bytes for the same finding. */
export function figuresOf(finding: Finding): LookingBack["figures"] {
  if (isReplay(finding)) return { replayed: tallyInOrder(finding.replayed) };
  const { decisions, places } = finding.reproduced;
  return { reproduced: { decisions, unlike: finding.list.length, places: inOrder(places) } };
}

const replayedInOrder = ({ chamber, reportingYear, consultant, name, before, after, forms }: Replayed): Replayed => ({
  chamber,
  reportingYear,
  consultant,
  name,
  before,
  after,
  forms: inOrder(forms),
});

const unlikeInOrder = ({ decision, code, place, recorded, now }: Unlike): Unlike => ({
  decision,
  code,
  place,
  recorded,
  now,
});

/** The case or the decision that an entry of a list is about. */
export const subjectOf = (entry: Replayed | Unlike): string =>
  "decision" in entry ? entry.decision : `${entry.chamber}/${entry.reportingYear}/${entry.consultant}`;

const bySubject = (a: Replayed | Unlike, b: Replayed | Unlike): number => (subjectOf(a) < subjectOf(b) ? -1 : 1);

/** The list of a finding in the order of its cases, each entry with its fields in order. */
export const listInOrder = ({ list }: Finding): (Replayed | Unlike)[] =>
  [...list].sort(bySubject).map((one) => ("decision" in one ? unlikeInOrder(one) : replayedInOrder(one)));

/** What a replay came to, and under which sets. */
export const findingOfReplay = (
  { sets }: Trial,
  { tally, changed }: Pick<Impact, "tally" | "changed">,
): ReplayFinding => ({
  replayed: tally,
  sets,
  list: changed,
});

/** What making the decisions again came to. */
export const findingOfReproduction = ({ decisions, places, unlike }: Reproduced): ReproduceFinding => ({
  reproduced: { decisions, places },
  list: unlike,
});

/** A finding for programs: what `qagida reevaluate --json` prints, and what the pages export. */
export function findingAsJson(finding: Finding): object {
  const figures = figuresOf(finding);
  if ("replayed" in figures) return { ...figures.replayed, people: listInOrder(finding) };
  const { decisions, places } = figures.reproduced;
  return { decisions, places, unlike: listInOrder(finding) };
}
