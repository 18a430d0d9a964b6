import type { RequestHandler, Response } from "express";
import type { Problem } from "../../../engine/index.ts";
import { HttpError } from "../../http/http-error.ts";
import { localAddress } from "../../http/local-address.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { endSession } from "../../sessions/end-session.ts";
import { signedInOf } from "../../sessions/signed-in.ts";
import { startSession } from "../../sessions/start-session.ts";
import type { Account, Stored } from "../../store/records.ts";
import { refused } from "../account-refused.ts";
import { attempt } from "../form/attempt.ts";
import { queryOf } from "../form/query-of.ts";
import { checkPassword } from "../verbs/check-password.ts";
import { demoAccounts } from "./demo-accounts.ts";
import { firstPage } from "./first-page.ts";
import { signInPage } from "./sign-in-page.ts";

const DONE = new Set(["signed-out", "password-set", "account-made"]);

/** Signing in and out; in the demo, in one click. */
export function createSignInRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, demo } = services;

  async function show(response: Response, typed: URLSearchParams, problems: readonly Problem[] = []): Promise<void> {
    const done = typed.get("done");
    const { head, model } = signInPage(response.locals.language, {
      typed,
      problems,
      next: localAddress(typed.get("next")) ?? "",
      done: done && DONE.has(done) ? done : null,
      demoAccounts: demo ? await demoAccounts(store) : null,
    });
    sendPage(response, "sign-in/page", head, model);
  }

  async function enter(response: Response, account: Stored<Account>, next: string | null): Promise<void> {
    await startSession(services, response, account);
    response.redirect(303, localAddress(next) ?? firstPage(response.locals.language, account.state));
  }

  const open: RequestHandler = async (request, response) => {
    const signedIn = signedInOf(response);
    if (signedIn) return response.redirect(303, firstPage(response.locals.language, signedIn.account.state));
    await show(response, queryOf(request));
  };

  async function accountOf(typed: URLSearchParams, ip: string | undefined): Promise<Stored<Account>> {
    const account = await checkPassword(services, typed.get("login") ?? "", typed.get("password") ?? "", ip);
    if (!account) throw refused("sign-in-refused", "/login");
    return account;
  }

  const signIn: RequestHandler = async ({ body, ip }, response) => {
    const typed: URLSearchParams = body;
    const { result, problems } = await attempt(response, () => accountOf(typed, ip));
    if (result) return enter(response, result, typed.get("next"));
    await show(response, typed, problems ?? []);
  };

  const signOut: RequestHandler = async (_request, response) => {
    await endSession(services, response);
    response.redirect(303, `/${response.locals.language}/sign-in?done=signed-out`);
  };

  const enterDemo: RequestHandler = async ({ body }, response) => {
    const chosen = (await demoAccounts(store)).find(({ id }) => id === body.get("account"));
    const account = chosen ? await store.account(chosen.id) : null;
    if (!account) throw new HttpError(404);
    await enter(response, account, null);
  };

  const routes: Route[] = [
    { method: "get", path: "/:language/sign-in", action: "session.start", handle: open },
    { method: "post", path: "/:language/sign-in", action: "session.start", body: "form", handle: signIn },
    { method: "post", path: "/:language/sign-out", action: "session.end", body: "form", handle: signOut },
  ];
  if (!demo) return routes;
  return [
    ...routes,
    { method: "post", path: "/:language/sign-in/demo", action: "session.start", body: "form", handle: enterDemo },
  ];
}
