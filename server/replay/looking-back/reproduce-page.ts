import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import { findingOfReproduction } from "../finding.ts";
import { waysOut } from "../pages/export-routes.ts";
import { progressView } from "../pages/progress-view.ts";
import { writeReplayQuery } from "../pages/replay-query.ts";
import { chamberNames, type Recorded, scopeForm } from "../pages/scope-form.ts";
import type { ReplayRun } from "../replay-run.ts";
import type { Reproduction } from "../reproduce-recorded.ts";
import type { KeepForm } from "./kept/keep-form.ts";
import { crumbsOf } from "./outlook.ts";
import { reproducedView, sayReproduced } from "./reproduced-view.ts";
import type { SoughtReproduction } from "./sought-reproduction.ts";

/** What the page of a reproduction is made from. */
export interface ShownReproduction {
  sought: SoughtReproduction;
  run: ReplayRun<Reproduction>;
  recorded: Recorded;
  /** Whether the reader may open the decisions of a chamber. */
  mayOpen(chamber: string): boolean;
  /** The form by which the result is kept; null where it is not, or not yet. */
  keep: KeepForm | null;
}

function verdict({ sought: { language }, run }: ShownReproduction): string {
  const { decisions, unlike } = run.result;
  if (run.finished || unlike.length > 0) return sayReproduced(language, decisions, unlike.length);
  return messages(language)(decisions === 0 && run.running ? "impact.counting" : "reproduce.all.so-far", { decisions });
}

/** Builds the page of a reproduction: whether all is as recorded, and every difference. */
export function reproducePage(shown: ShownReproduction): { head: PageHead; model: object } {
  const { sought, run, recorded, mayOpen, keep } = shown;
  const { language, address, query, outlook } = sought;
  const say = messages(language);
  const finding = findingOfReproduction(run.result);
  return {
    head: { title: say("reproduce.title"), section: "looking-back" },
    model: {
      ...{ address, keep },
      crumbs: crumbsOf(language, outlook),
      verdict: verdict(shown),
      lead: say("reproduce.lead"),
      at: say("impact.as-recorded", { at: formatInstant(language, run.from.at) }),
      progress: progressView({ address, query, run }, (progress) =>
        say(run.stopped ? "reproduce.stopped" : "reproduce.progress", { ...progress }),
      ),
      scope: scopeForm(language, recorded, query.scope),
      exports: waysOut(address, writeReplayQuery({ ...query, page: 1 })),
      found: reproducedView({ language, finding, mayOpen, chambers: chamberNames(language, recorded) }),
    },
  };
}
