import type { Request, RequestHandler, Response } from "express";
import { HttpError } from "../../../http/http-error.ts";
import type { Route } from "../../../http/route.ts";
import { messages } from "../../../language/messages.ts";
import type { Services } from "../../../services.ts";
import { actorOf } from "../../../sessions/actor-of.ts";
import { signedInOf } from "../../../sessions/signed-in.ts";
import type { Actor } from "../../../store/records.ts";
import { readSent } from "../../../workspace/sent.ts";
import { scopeWithin } from "../../pages/asked-replay.ts";
import type { Seek, Sought } from "../../pages/sought.ts";
import type { Progress, ReplayRun } from "../../replay-run.ts";
import type { ReplayRuns } from "../../replay-runs.ts";
import { chamberAddress, lookingBackAddress } from "../places.ts";
import { markOfRun, type SentBack } from "./keep-form.ts";
import { keepLookingBack } from "./keep-looking-back.ts";
import { readNote } from "./note.ts";

function reader(response: Response): Actor {
  const account = signedInOf(response)?.account;
  if (!account) throw new HttpError(401);
  return actorOf(account);
}

/** The page of a result that was kept. */
function keptAddress<Result extends Progress>({ language, chamber }: Sought<Result>, id: string): string {
  const base = chamber === null ? lookingBackAddress(language) : chamberAddress(language, chamber);
  return `${base}/kept/${id}`;
}

/**
 * Keeps what the reader saw, and nothing else: where another result has come of it meanwhile, the page is shown again with
 * what it comes to now.
 */
export function createKeepRoute<Result extends Progress>(
  { store, now }: Services,
  runs: ReplayRuns<Result>,
  seek: Seek<Result>,
  path: string,
  showAgain: (request: Request, response: Response, back: SentBack) => Promise<void>,
): Route {
  async function keep(sought: Sought<Result>, run: ReplayRun<Result>, form: URLSearchParams, by: Actor) {
    const { lookedFor: asked, chamber, query, findingOf } = sought;
    if (!asked) throw new HttpError(404);
    const { submission } = readSent(form);
    return keepLookingBack(store, findingOf(run.result), {
      ...{ by, asked, chamber, submission, note: readNote(form.get("note")), from: run.from },
      at: now().toISOString(),
      scope: scopeWithin(chamber, query.scope),
    });
  }

  const handle: RequestHandler = async (request, response) => {
    const form: URLSearchParams = request.body;
    const sought = await seek(request, response);
    const run = await runs.find(sought.asked);
    await run.settle();
    if (run.finished && markOfRun(run, sought) === form.get("seen"))
      return response.redirect(303, keptAddress(sought, await keep(sought, run, form, reader(response))));
    const error = messages(sought.language)("kept.changed-meanwhile");
    response.status(409);
    await showAgain(request, response, { note: readNote(form.get("note")), error });
  };
  return { method: "post", path: `${path}/keep`, action: "replay.keep", body: "form", handle };
}
