import type { Language, RuleSet } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import { findingOfReplay } from "../finding.ts";
import type { KeepForm } from "../looking-back/kept/keep-form.ts";
import type { Impact } from "../replay-recorded.ts";
import type { ReplayRun } from "../replay-run.ts";
import type { Tally } from "../tally.ts";
import type { SoughtReplay } from "./asked-replay.ts";
import { waysOut } from "./export-routes.ts";
import { findingView } from "./finding-view.ts";
import { progressView } from "./progress-view.ts";
import { writeReplayQuery } from "./replay-query.ts";
import { bothAddress } from "./replay-subject.ts";
import { chamberNames, type Recorded, scopeForm } from "./scope-form.ts";

/** What the page of a replay is made from. */
export interface ShownReplay {
  sought: SoughtReplay;
  run: ReplayRun<Impact>;
  recorded: Recorded;
  /** The rule sets that decisions were made under: their forms have names. */
  knownSets: readonly RuleSet[];
  /** The form by which the result is kept; null where it is not, or not yet. */
  keep: KeepForm | null;
}

/** The finding of a replay as a sentence that can be read aloud. */
export function sayTally(language: Language, { cases, changed, refused }: Tally, isWhole: boolean): string {
  const say = messages(language);
  const none = changed === 0 ? "impact.sentence.none" : "impact.sentence";
  const sentence = say(isWhole ? none : "impact.sentence.so-far", { cases, changed });
  return refused > 0 ? `${sentence} ${say("impact.sentence.refused", { refused })}` : sentence;
}

function verdict({ sought: { language }, run }: ShownReplay): string {
  const { tally } = run.result;
  if (tally.cases > 0 || run.stopped) return sayTally(language, tally, run.finished);
  return messages(language)(run.running ? "impact.counting" : "impact.no-cases");
}

/** Builds the page of a replay: the finding, the flow, who is concerned, and how far it has come. */
export function impactPage(shown: ShownReplay): { head: PageHead; model: object } {
  const { sought, run, recorded, knownSets, keep } = shown;
  const { subject, language, address, query } = sought;
  const { title, section, crumbs, lead, trial, after } = subject;
  const say = messages(language);
  return {
    head: { title, section },
    model: {
      ...{ crumbs, heading: title, lead, address, after, keep },
      verdict: verdict(shown),
      progress: progressView({ address, query, run }, (progress) =>
        say(run.stopped ? "impact.stopped" : "impact.progress", { ...progress }),
      ),
      at: say("impact.as-recorded", { at: formatInstant(language, run.from.at) }),
      scope: scopeForm(language, recorded, query.scope),
      exports: waysOut(address, writeReplayQuery({ ...query, page: 1 })),
      found: findingView({
        ...{ language, address, query, knownSets },
        finding: findingOfReplay(trial, run.result),
        chambers: chamberNames(language, recorded),
        hrefOf: (replayed) => bothAddress(subject, replayed),
      }),
    },
  };
}
