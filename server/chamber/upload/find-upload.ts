import type { Request } from "express";
import { isDay } from "../../../engine/calendar.ts";
import { HttpError } from "../../http/http-error.ts";
import type { Recording } from "../../recording/record-decision.ts";
import type { Actor } from "../../store/records.ts";
import { addressOf, findPlace, type Place, param } from "../places.ts";
import type { Upload } from "./check-row.ts";
import { checkRows } from "./check-rows.ts";
import type { CheckedRow } from "./checked-row.ts";
import { csvColumns } from "./csv-columns.ts";
import { openUpload, type UploadOwner } from "./kept-upload.ts";
import { rowsOf, UPLOAD_FORMATS, type UploadFormat } from "./upload-format.ts";

/** An uploaded file, with its rows as they are checked now. */
export interface FoundUpload extends Upload {
  format: UploadFormat;
  rows: AsyncIterable<CheckedRow>;
}

/** Where the page of an uploaded file is, or a page below it: the file's hash, how it is read, and as of which day. */
export function uploadAddress(
  language: string,
  { chamber, year }: Pick<Place, "chamber" | "year">,
  { sha256, format, asOf }: Pick<FoundUpload, "sha256" | "format" | "asOf">,
  below = "",
): string {
  return `${addressOf(language, chamber.id, year)}/upload/${sha256}${below}?${new URLSearchParams({ format, "as-of": asOf })}`;
}

/** Whose a file is that somebody uploads for a chamber's year. */
export const ownerOf = ({ chamber, year }: Place, { account }: Actor): UploadOwner => ({
  chamber: chamber.id,
  year,
  account,
});

/** The file that the address names, where this reader uploaded it for this chamber's year. */
export async function findUpload(services: Recording, by: Actor, request: Request): Promise<FoundUpload> {
  const place = await findPlace(services, request);
  const sha256 = param(request, "upload");
  const format = UPLOAD_FORMATS.find((known) => known === request.query.format);
  const asOf = String(request.query["as-of"]);
  if (!format || !isDay(asOf) || !/^[0-9a-f]{64}$/.test(sha256)) throw new HttpError(404);
  const content = await openUpload(services.store, ownerOf(place, by), sha256);
  if (!content) throw new HttpError(404);
  const upload = { place, asOf, sha256 };
  return {
    ...upload,
    format,
    rows: checkRows(services, upload, rowsOf(content, format, csvColumns(place.rules.ruleSet))),
  };
}
