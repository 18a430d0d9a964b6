import type { RequestHandler } from "express";
import type { Route } from "../http/route.ts";
import { messages } from "../language/messages.ts";
import type { SendPage } from "../pages/page.ts";
import type { Services } from "../services.ts";
import { openApiDocument } from "./openapi/document.ts";
import { referenceView } from "./reference-view.ts";

/** The reference of the API for people, made from the document that describes it for programs. */
export function createReferenceRoutes({ rules }: Pick<Services, "rules">, sendPage: SendPage): Route[] {
  const show: RequestHandler = (request, response) => {
    const { language } = response.locals;
    const origin = `${request.protocol}://${request.host}`;
    const view = referenceView(openApiDocument(language, rules), origin);
    sendPage(response, "api", { title: messages(language)("api.title"), section: "api" }, view);
  };
  return [{ method: "get", path: "/:language/api", action: "api.read", handle: show }];
}
