import express, { type Handler, type Request } from "express";
import { ApiRefusal } from "./problem-document.ts";

/** Takes a JSON body of at most 2 MB as bytes: it is parsed by the engine, which is stricter than `JSON.parse`. */
export const jsonBytes: Handler = express.raw({ type: "application/json", limit: "2mb" });

/**
 * The text of the body.
 * @throws {ApiRefusal} 415 where it is not JSON by its content type, 400 where it is not UTF-8.
 */
export function textOf({ body }: Request): string {
  if (!Buffer.isBuffer(body)) throw new ApiRefusal(415, "The body has to be application/json.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new ApiRefusal(400, "The body is not UTF-8.");
  }
}
