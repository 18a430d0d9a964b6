import type { RequestHandler } from "express";
import type { Language } from "../../engine/index.ts";
import type { Route } from "../http/route.ts";
import { messages } from "../language/messages.ts";
import type { SendPage } from "../pages/page.ts";
import type { Services } from "../services.ts";
import { signedInOf } from "../sessions/signed-in.ts";
import { chambersByName } from "./chambers-by-name.ts";
import { chamberAddress } from "./places.ts";

/** The chambers whose years the reader may see; whoever may see one alone is taken there. */
export function createChambersRoutes({ store }: Pick<Services, "store">, sendPage: SendPage): Route[] {
  const show: RequestHandler = async (_request, response) => {
    const language: Language = response.locals.language;
    const may = signedInOf(response)?.may ?? (() => false);
    const seen = (await store.chambers()).filter(({ id }) => may("chamber.read", { chamber: id }));
    const [only] = seen;
    if (only && seen.length === 1) return response.redirect(303, chamberAddress(language, only.id));
    const chambers = chambersByName(language, seen).map(({ id, state }) => ({
      href: chamberAddress(language, id),
      name: state.name[language],
      region: state.region[language],
    }));
    response.set("Cache-Control", "no-store");
    sendPage(
      response,
      "chamber/list",
      { title: messages(language)("chambers.title"), section: "chambers" },
      { chambers },
    );
  };
  return [{ method: "get", path: "/:language/chambers", action: "chamber.list", handle: show }];
}
