import { randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";
import type { Problem } from "../../../engine/index.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { attempt } from "../form/attempt.ts";
import { invite } from "../verbs/invite.ts";
import { actOf } from "./act-of.ts";
import { readGrant } from "./grant-fields.ts";
import { invitePage } from "./invite-page.ts";
import { showLink } from "./link-shown.ts";

/** The page on which somebody is invited; what comes of it is a link, shown this once. */
export function createInviteRoutes(services: Services, sendPage: SendPage): Route[] {
  async function show(response: Response, typed: URLSearchParams, problems: readonly Problem[]): Promise<void> {
    const chambers = await services.store.chambers();
    const state = { typed, problems, chambers, submission: randomUUID() };
    const { head, model } = invitePage(response.locals.language, state);
    sendPage(response, "accounts/invite", head, model);
  }

  const open: RequestHandler = (_request, response) => show(response, new URLSearchParams(), []);

  const send: RequestHandler = async ({ body }, response) => {
    const form: URLSearchParams = body;
    const invitation = { login: form.get("login") ?? "", name: form.get("name") ?? "", ...readGrant(form) };
    const { result, problems } = await attempt(response, () =>
      invite(actOf(services, response, form, "invite"), invitation),
    );
    if (!result) return show(response, form, problems);
    showLink(sendPage, response, { purpose: "invitation", ...result });
  };

  const path = "/:language/accounts/new";
  return [
    { method: "get", path, action: "account.invite", handle: open },
    { method: "post", path, action: "account.invite", body: "form", handle: send },
  ];
}
