import type { RuleSet } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import type { Impact } from "../replay-recorded.ts";
import type { ReplayRun } from "../replay-run.ts";
import { countsView, flowView, formNames, formsView } from "./impact-tables.ts";
import { peopleView } from "./people-list.ts";
import { progressView } from "./progress-view.ts";
import { type ReplayQuery, writeReplayQuery } from "./replay-query.ts";
import type { ReplaySubject } from "./replay-subject.ts";
import { chamberNames, type Recorded, scopeForm } from "./scope-form.ts";

/** What the page of a replay is made from. */
export interface ShownReplay {
  subject: ReplaySubject;
  query: ReplayQuery;
  run: ReplayRun<Impact>;
  recorded: Recorded;
  /** The rule sets that decisions were made under: their forms have names. */
  knownSets: readonly RuleSet[];
}

/** The finding as a sentence that can be read aloud. */
function verdict({ subject: { language }, run }: ShownReplay): string {
  const say = messages(language);
  const { cases, changed, refused } = run.result.tally;
  if (cases === 0) return say(run.running ? "impact.counting" : "impact.no-cases");
  const sentence = say(run.running || run.stopped ? "impact.sentence.so-far" : "impact.sentence", { cases, changed });
  return refused > 0 ? `${sentence} ${say("impact.sentence.refused", { refused })}` : sentence;
}

function waysOut({ subject: { address }, query }: ShownReplay) {
  const asked = writeReplayQuery({ ...query, page: 1 });
  return { csv: `${address}/export.csv${asked}`, xlsx: `${address}/export.xlsx${asked}` };
}

/** Builds the page of a replay: the finding, the flow, who is concerned, and how far it has come. */
export function impactPage(shown: ShownReplay): { head: PageHead; model: object } {
  const { subject, query, run, recorded, knownSets } = shown;
  const { language, title, section, crumbs, lead, address } = subject;
  const { tally, changed } = run.result;
  const say = messages(language);
  const forms = formNames(language, [...knownSets, ...subject.trial.sets.map(([, ruleSet]) => ruleSet)]);
  const names = { chambers: chamberNames(language, recorded), forms };
  const hrefOf = (flow: string): string => `${address}${writeReplayQuery({ ...query, flow, page: 1 })}#people`;
  return {
    head: { title, section },
    model: {
      crumbs,
      heading: title,
      lead,
      address,
      after: subject.after,
      verdict: verdict(shown),
      progress: progressView({ ...shown, address: shown.subject.address }, (progress) =>
        say(shown.run.stopped ? "impact.stopped" : "impact.progress", { ...progress }),
      ),
      at: messages(language)("impact.as-recorded", { at: formatInstant(language, run.at) }),
      scope: scopeForm(language, recorded, query.scope),
      flow: tally.cases > 0 ? flowView(language, tally, hrefOf) : null,
      counts: countsView(language, tally, names),
      forms: formsView(language, tally, names),
      people: changed.length > 0 ? peopleView(language, address, changed, query, names) : null,
      exports: waysOut(shown),
    },
  };
}
