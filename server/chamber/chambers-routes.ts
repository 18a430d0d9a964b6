import type { RequestHandler } from "express";
import type { Language } from "../../engine/index.ts";
import type { Route } from "../http/route.ts";
import { messages } from "../language/messages.ts";
import type { SendPage } from "../pages/page.ts";
import type { Services } from "../services.ts";
import { signedInOf } from "../sessions/signed-in.ts";

/** The chambers whose years the reader may see; whoever may see one alone is taken there. */
export function createChambersRoutes({ store }: Pick<Services, "store">, sendPage: SendPage): Route[] {
  const show: RequestHandler = async (_request, response) => {
    const language: Language = response.locals.language;
    const may = signedInOf(response)?.may ?? (() => false);
    const seen = (await store.chambers()).filter(({ id }) => may("chamber.read", { chamber: id }));
    const address = (id: string): string => `/${language}/chambers/${encodeURIComponent(id)}`;
    const [only] = seen;
    if (only && seen.length === 1) return response.redirect(303, address(only.id));
    const collator = new Intl.Collator(language);
    const chambers = seen.map(({ id, state }) => ({
      href: address(id),
      name: state.name[language],
      region: state.region[language],
    }));
    chambers.sort((a, b) => collator.compare(a.name, b.name));
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
