import type { ErrorRequestHandler, RequestHandler } from "express";
import multer, { MulterError } from "multer";
import { HttpError } from "../http/http-error.ts";

const LARGEST_FILE = 16 * 1024 * 1024;

const receive = multer({
  storage: multer.memoryStorage(),
  limits: { files: 1, fileSize: LARGEST_FILE, fields: 100, fieldSize: 512 * 1024 },
  defParamCharset: "utf8",
}).single("file");

const asFields: RequestHandler = (request, _response, next) => {
  if (!request.is("multipart/form-data")) return next(new HttpError(400));
  request.body = new URLSearchParams(request.body as Record<string, string>);
  next();
};

const refuse: ErrorRequestHandler = (error, _request, _response, next) => {
  if (!(error instanceof MulterError)) return next(error);
  next(new HttpError(error.code === "LIMIT_FILE_SIZE" ? 413 : 400, error.message));
};

/** Reads a form with one file in its field `file`, of at most 16 MB: `request.file`, and `request.body` as of any form. */
export const readUpload: readonly (RequestHandler | ErrorRequestHandler)[] = [receive, refuse, asFields];
