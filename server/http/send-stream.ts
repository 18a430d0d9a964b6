import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Response } from "express";

/** A reader who goes away before the end is no failure. */
function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
}

/** Answers with what a stream gives, through others that change it. Where the reader goes away, it ends there. */
export const sendStream = (response: Response, content: Readable, ...through: Transform[]): Promise<void> =>
  pipeline([content, ...through, response]).catch(unlessGone);
