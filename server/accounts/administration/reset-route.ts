import type { RequestHandler } from "express";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { resetPassword } from "../verbs/reset-password.ts";
import { accountIn, actOf } from "./act-of.ts";
import { showLink } from "./link-shown.ts";

/** Makes a link by which the owner of an account sets a new password, and shows it this once. */
export function createResetRoute(services: Services, sendPage: SendPage): Route {
  const reset: RequestHandler = async (request, response) => {
    const account = await accountIn(services, request);
    const link = await resetPassword(actOf(services, response, request.body, "reset"), account);
    showLink(sendPage, response, { purpose: "reset", account: account.id, link });
  };
  return {
    method: "post",
    path: "/:language/accounts/:account/reset",
    action: "account.reset",
    body: "form",
    handle: reset,
  };
}
