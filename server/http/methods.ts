import type { Handler } from "express";
import { HttpError } from "./http-error.ts";

/** Refuses what a route does not answer, and says what it does. */
export const onlyMethods =
  (...allowed: string[]): Handler =>
  (_request, response, next) => {
    response.set("Allow", allowed.join(", "));
    next(new HttpError(405));
  };
