import type { RequestHandler } from "express";
import type { Action } from "../authorisation/actions.ts";

/** An address that is answered, as data: what it does is named, so that the table of authorisation decides about it. */
export interface Route {
  method: "get" | "post";
  /** The whole address. Its params `chamber`, `consultant` and `account` say whose record it is about. */
  path: string;
  action: Action;
  /** How the body is read: `request.body` is a `URLSearchParams`, and `request.file` what was uploaded. */
  body?: "form" | "upload";
  handle: RequestHandler | RequestHandler[];
}
