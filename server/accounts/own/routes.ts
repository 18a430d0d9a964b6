import type { RequestHandler, Response } from "express";
import type { Problem } from "../../../engine/index.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { actorOf } from "../../sessions/actor-of.ts";
import { revokeSession } from "../../sessions/end-session.ts";
import { isAlive } from "../../sessions/lifetime.ts";
import { type SignedIn, signedInOf } from "../../sessions/signed-in.ts";
import { commitBuilt } from "../act.ts";
import { attempt } from "../form/attempt.ts";
import { queryOf } from "../form/query-of.ts";
import { endSessions } from "../removals.ts";
import { changePassword } from "../verbs/change-password.ts";
import { ownPage } from "./own-page.ts";

const DONE = new Set(["password-changed", "session-ended", "others-ended"]);

/** One's own account: the password, and the places where one is signed in. */
export function createOwnAccountRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, now } = services;
  const here = (response: Response): SignedIn => signedInOf(response) as SignedIn;

  async function show(response: Response, done: string | null, problems: readonly Problem[] = []): Promise<void> {
    const signedIn = here(response);
    const sessions = (await store.sessionsOf(signedIn.account.id)).filter(({ state }) => isAlive(state, now()));
    const chambers = await store.chambers();
    const { head, model } = ownPage(response.locals.language, { signedIn, sessions, chambers, problems, done });
    sendPage(response, "accounts/own", head, model);
  }

  const back = (response: Response, done: string): void =>
    response.redirect(303, `/${response.locals.language}/account?done=${done}`);

  const open: RequestHandler = async (request, response) => {
    const done = queryOf(request).get("done");
    await show(response, done && DONE.has(done) ? done : null);
  };

  const changeOwnPassword: RequestHandler = async ({ body, ip }, response) => {
    const typed = { present: body.get("present") ?? "", next: body.get("password") ?? "" };
    const { problems } = await attempt(response, () => changePassword(services, here(response), typed, ip));
    if (problems) return show(response, null, problems);
    back(response, "password-changed");
  };

  const endOne: RequestHandler = async ({ params }, response) => {
    const { account } = here(response);
    const session = await store.session(params.session as string);
    if (session?.state.account === account.id) await revokeSession(services, session.id, actorOf(account));
    back(response, "session-ended");
  };

  const endOthers: RequestHandler = async (_request, response) => {
    const { account, session } = here(response);
    if ((await store.sessionsOf(account.id)).length > 1) {
      await commitBuilt(
        { store, now, by: actorOf(account) },
        () => false,
        async () => ({
          action: "session.end",
          records: await endSessions(store, account.id, session.id),
        }),
      );
    }
    back(response, "others-ended");
  };

  const path = "/:language/account";
  return [
    { method: "get", path, action: "account.read-own", handle: open },
    { method: "post", path: `${path}/password`, action: "account.change-own", body: "form", handle: changeOwnPassword },
    { method: "post", path: `${path}/sessions/end-others`, action: "session.end", body: "form", handle: endOthers },
    { method: "post", path: `${path}/sessions/:session/end`, action: "session.end", body: "form", handle: endOne },
  ];
}
