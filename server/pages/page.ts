import type { Request, Response } from "express";
import type { Language } from "../../engine/index.ts";
import { formToken } from "../forms/form-token.ts";
import { isolated } from "../language/isolated.ts";
import { LANGUAGES } from "../language/languages.ts";
import { messages } from "../language/messages.ts";
import type { Services } from "../services.ts";
import { signedInOf } from "../sessions/signed-in.ts";
import { navigation, type Section } from "./navigation.ts";
import { readerView } from "./reader.ts";

/** What every page has beside its own model. */
export interface PageHead {
  title: string;
  section?: Section;
  /** What the foot of every printed page says. */
  printed?: string;
  /** The form that holds what the reader typed: a change of language then submits it, so that nothing is lost. */
  keeps?: { form: string; button: string };
}

interface LanguageLink {
  language: Language;
  href: string;
  label: string;
  name: string;
  current: boolean;
}

/** The address of the same page in another language, with its query. */
function addressIn(language: Language, { originalUrl }: Request): string {
  const withoutLanguage = originalUrl.replace(/^\/(?:kk|ru|en)(?=\/|\?|$)/, "");
  return withoutLanguage === originalUrl ? `/${language}/` : `/${language}${withoutLanguage || "/"}`;
}

function languageLinks(request: Request, current: Language): LanguageLink[] {
  return LANGUAGES.map((language) => ({
    language,
    href: addressIn(language, request),
    label: messages(language)("language.short"),
    name: messages(language)("language.name"),
    current: language === current,
  }));
}

/**
 * Sends a page: the template inside the frame that all pages share. A form takes its token by the partial `csrf`: only
 * a page that has such a form gives its reader a cookie for it.
 */
export type SendPage = (response: Response, template: string, head: PageHead, model?: object) => void;

export const createSendPage =
  ({ templates, assets, demo }: Pick<Services, "templates" | "assets" | "demo">): SendPage =>
  (response, template, { title, section, keeps, printed }, model = {}) => {
    const language = response.locals.language as Language;
    const say = messages(language);
    const signedIn = signedInOf(response);
    const frame = {
      language,
      assets: assets.url,
      title,
      documentTitle: title === say("site.name") ? title : `${isolated(title)} – ${say("site.name")}`,
      home: `/${language}/`,
      demo,
      reader: readerView(language, signedIn, section),
      navigation: navigation(language, signedIn, section),
      api: { href: `/${language}/api`, label: say("navigation.api"), current: section === "api" },
      languages: languageLinks(response.req, language),
      keeps: keeps ?? null,
      keepsNothing: section === "check",
      printed: printed ?? say("site.name"),
    };
    const whole = { ...frame, ...model, language };
    Object.defineProperty(whole, "csrf", { get: () => formToken(response) });
    response.type("html").send(templates.render(template, whole));
  };
