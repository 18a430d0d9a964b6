import type { RequestHandler, Response } from "express";
import { IntegrityError } from "../../../engine/index.ts";
import { logWithRequest } from "../../http/request-log.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";

/** Says that the second opinion disagrees and nothing was recorded; what it found goes to the log. */
function showNotConfirmed(sendPage: SendPage, response: Response, error: IntegrityError): void {
  logWithRequest(response, error);
  const say = messages(response.locals.language);
  response.status(500);
  sendPage(
    response,
    "error",
    { title: say("not-confirmed.title"), section: "chambers" },
    { text: say("not-confirmed.text"), status: 500 },
  );
}

/** Answers a request whose decision may not be confirmed. */
export const unlessNotConfirmed =
  (sendPage: SendPage, handle: RequestHandler): RequestHandler =>
  async (request, response, next) => {
    try {
      await handle(request, response, next);
    } catch (error) {
      if (!(error instanceof IntegrityError)) throw error;
      showNotConfirmed(sendPage, response, error);
    }
  };
