import type { Request, Response } from "express";
import type { Language } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import type { NewLink } from "../links/new-link.ts";

/** A link that was made for an account; null where it was shown before and cannot be shown again. */
export interface ShownLink {
  purpose: "invitation" | "reset";
  account: string;
  link: NewLink | null;
}

const originOf = ({ protocol, host }: Request): string => `${protocol}://${host}`;

/** Shows a link, this once, to the administrator who hands it over. */
export function showLink(sendPage: SendPage, response: Response, { purpose, account, link }: ShownLink): void {
  const language: Language = response.locals.language;
  const say = messages(language);
  const heading = say(`link.shown.${purpose}`);
  sendPage(
    response,
    "accounts/link",
    { title: heading, section: "accounts" },
    {
      heading,
      lead: say("link.shown.lead"),
      link: link && `${originOf(response.req)}/${language}/link/${link.token}`,
      expires: link && say("link.expires", { at: formatInstant(language, link.expiresAt) }),
      account: `/${language}/accounts/${account}`,
    },
  );
}
