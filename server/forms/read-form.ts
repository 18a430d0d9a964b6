import express, { type RequestHandler } from "express";
import { HttpError } from "../http/http-error.ts";

const LARGEST_FORM = "512kb";

const asFields: RequestHandler = (request, _response, next) => {
  if (typeof request.body !== "string") return next(new HttpError(400));
  request.body = new URLSearchParams(request.body);
  next();
};

/** Reads a posted form of at most 512 kB: `request.body` is a `URLSearchParams`. */
export const readForm: readonly RequestHandler[] = [
  express.text({ type: "application/x-www-form-urlencoded", limit: LARGEST_FORM }),
  asFields,
];
