import type { RequestHandler } from "express";
import { HttpError } from "../http/http-error.ts";
import { carriesToken } from "./form-token.ts";
import { isFromHere } from "./same-origin.ts";

const refused = (): HttpError => new HttpError(403, "the form is not from a page of this browser's", "form-refused");

/** Refuses a form that another site sends. */
export const onlyFromHere: RequestHandler = (request, _response, next) =>
  next(isFromHere(request) ? undefined : refused());

/** Refuses a form without the token that the page gave it. */
export const onlyWithToken: RequestHandler = ({ body }, response, next) =>
  next(body instanceof URLSearchParams && carriesToken(body, response) ? undefined : refused());
