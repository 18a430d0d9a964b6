import type { Request, RequestHandler, Response } from "express";
import type { Problem } from "../../../engine/index.ts";
import type { Route } from "../../http/route.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { attempt } from "../form/attempt.ts";
import { findLink, type UsableLink } from "../links/find-link.ts";
import { networkOf } from "../throttle/network-of.ts";
import { setUp } from "../verbs/set-up.ts";
import { useLink } from "../verbs/use-link.ts";
import { linkPage } from "./link-page.ts";

const GONE = 410;

/** The links that work once: to open one shows its form, to send the form uses it up. */
export function createLinkRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, now, throttles } = services;

  /** Finds the link of an address. A token that is none is a guess, and is counted for the reader's network. */
  async function linkOf({ params, ip }: Request): Promise<UsableLink | null> {
    const network = networkOf(ip);
    await throttles.address.admit(network);
    const usable = await findLink(store, now(), params.token as string);
    if (usable) await throttles.address.forgive(network);
    return usable;
  }

  function show(response: Response, usable: UsableLink | null, typed: URLSearchParams, problems: readonly Problem[]) {
    response.set("Cache-Control", "no-store");
    const language = response.locals.language;
    if (!usable) {
      response.status(GONE);
      return sendPage(response, "sign-in/link-gone", { title: messages(language)("link.gone.title") });
    }
    const { head, model } = linkPage(language, { usable, typed, problems });
    sendPage(response, "sign-in/link", head, model);
  }

  const open: RequestHandler = async (request, response) =>
    show(response, await linkOf(request), new URLSearchParams(), []);

  async function consume(
    usable: UsableLink,
    token: string,
    typed: URLSearchParams,
  ): Promise<"password-set" | "account-made"> {
    const [login, name, password] = ["login", "name", "password"].map((field) => typed.get(field) ?? "") as [
      string,
      string,
      string,
    ];
    if (usable.account) {
      await useLink(store, now, token, password);
      return "password-set";
    }
    await setUp(store, now, token, { login, name, password });
    return "account-made";
  }

  const use: RequestHandler = async (request, response) => {
    const usable = await linkOf(request);
    if (!usable) return show(response, null, request.body, []);
    const token = request.params.token as string;
    const { result, problems } = await attempt(response, () => consume(usable, token, request.body));
    if (result) return response.redirect(303, `/${response.locals.language}/sign-in?done=${result}`);
    const isGone = problems?.some(({ code }) => code === "link-not-usable");
    show(response, isGone ? null : usable, request.body, problems ?? []);
  };

  return [
    { method: "get", path: "/:language/link/:token", action: "account.accept", handle: open },
    { method: "post", path: "/:language/link/:token", action: "account.accept", body: "form", handle: use },
  ];
}
