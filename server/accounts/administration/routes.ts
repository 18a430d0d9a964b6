import { randomUUID } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import type { Problem } from "../../../engine/index.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { isAlive } from "../../sessions/lifetime.ts";
import { Conflict } from "../../store/failures.ts";
import type { Account, Stored } from "../../store/records.ts";
import { attempt } from "../form/attempt.ts";
import { queryOf } from "../form/query-of.ts";
import { accountPage } from "./account-page.ts";
import { accountIn, actOf } from "./act-of.ts";
import { conflictPage } from "./conflict-page.ts";
import { DEEDS, type Deed, doDeed } from "./deeds.ts";
import { createInviteRoutes } from "./invite-routes.ts";
import { readFilter } from "./list-filter.ts";
import { listPage } from "./list-page.ts";
import { createResetRoute } from "./reset-route.ts";

/** What a page may say was done just before. */
const doneIn = (request: Request): string | null => {
  const done = queryOf(request).get("done");
  return DEEDS.find(({ name }) => name === done)?.name ?? null;
};

/** The accounts, for administrators: the list, and each account with what may be done with it. */
export function createAdministrationRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, now } = services;

  const list: RequestHandler = async (request, response) => {
    const [accounts, chambers] = await Promise.all([store.accounts(), store.chambers()]);
    const filter = readFilter(queryOf(request));
    const { head, model } = listPage(response.locals.language, { accounts, chambers, filter, done: doneIn(request) });
    sendPage(response, "accounts/list", head, model);
  };

  async function show(
    response: Response,
    account: Stored<Account>,
    rest: { typed: URLSearchParams; problems: readonly Problem[]; done: string | null },
  ): Promise<void> {
    const instant = now();
    const links = (await store.links()).filter(({ state }) => state.account === account.id);
    const { head, model } = accountPage(response.locals.language, {
      account,
      credential: await store.credential(account.id),
      link: links.find(({ state }) => Date.parse(state.expiresAt) > instant.getTime()) ?? null,
      sessions: (await store.sessionsOf(account.id)).filter(({ state }) => isAlive(state, instant)).length,
      chambers: await store.chambers(),
      submission: randomUUID(),
      ...rest,
    });
    sendPage(response, "accounts/account", head, model);
  }

  const open: RequestHandler = async (request, response) => {
    const account = await accountIn(services, request);
    await show(response, account, { typed: new URLSearchParams(), problems: [], done: doneIn(request) });
  };

  async function showConflict(request: Request, response: Response, deed: Deed): Promise<void> {
    const { head, model } = conflictPage(response.locals.language, {
      kept: await store.account(request.params.account as string),
      deed: deed.name,
      typed: request.body,
      chambers: await store.chambers(),
      submission: randomUUID(),
    });
    response.status(409);
    sendPage(response, "accounts/conflict", head, model);
  }

  /** Null where it conflicts with what somebody else did meanwhile. */
  const unlessConflict = <T>(step: Promise<T>): Promise<T | null> =>
    step.catch((error) => {
      if (error instanceof Conflict) return null;
      throw error;
    });

  const doing =
    (deed: Deed): RequestHandler =>
    async (request, response) => {
      const form: URLSearchParams = request.body;
      const account = await accountIn(services, request);
      const act = actOf(services, response, form, deed.name);
      const outcome = await unlessConflict(attempt(response, () => doDeed(deed, act, account, form)));
      if (!outcome) return showConflict(request, response, deed);
      if (outcome.problems) return show(response, account, { typed: form, problems: outcome.problems, done: null });
      const to = deed.name === "remove" ? "" : `/${account.id}`;
      response.redirect(303, `/${response.locals.language}/accounts${to}?done=${deed.name}`);
    };

  const path = "/:language/accounts";
  return [
    { method: "get", path, action: "account.read", handle: list },
    ...createInviteRoutes(services, sendPage),
    { method: "get", path: `${path}/:account`, action: "account.read", handle: open },
    createResetRoute(services, sendPage),
    ...DEEDS.map((deed): Route => {
      return {
        method: "post",
        path: `${path}/:account/${deed.name}`,
        action: deed.action,
        body: "form",
        handle: doing(deed),
      };
    }),
  ];
}
