import type { Request, RequestHandler, Response } from "express";
import type { Language } from "../../../engine/index.ts";
import type { Action } from "../../authorisation/actions.ts";
import type { ExportColumn } from "../../export/export-column.ts";
import { writeCsv } from "../../export/write-csv.ts";
import { writeXlsx } from "../../export/write-xlsx.ts";
import type { Route } from "../../http/route.ts";

/** A list that a page gives away, in the reader's language. */
export interface ExportedList<Row> {
  language: Language;
  sheet: string;
  columns: readonly ExportColumn<Row>[];
  rows: readonly Row[];
}

/** What a page gives away: its list for spreadsheets, and all of it for programs. */
export interface Exported {
  /** The name of the files, without their ending. */
  name: string;
  csv(): string;
  xlsx(): Promise<Buffer>;
  json(): string;
}

/** Makes ready to give a list away. @param whole what programs are given */
export const exported = <Row>(
  name: string,
  { language, sheet, columns, rows }: ExportedList<Row>,
  whole: object,
): Exported => ({
  name,
  csv: () => writeCsv(language, columns, rows),
  xlsx: () => writeXlsx(sheet, columns, rows),
  json: () => `${JSON.stringify(whole, null, 2)}\n`,
});

const ENDINGS = ["csv", "xlsx", "json"] as const;

/** The files of a page. */
export function createExportRoutes(
  exportedBy: (request: Request, response: Response) => Promise<Exported>,
  { path, action }: { path: string; action: Action },
): Route[] {
  const exportAs =
    (ending: (typeof ENDINGS)[number]): RequestHandler =>
    async (request, response) => {
      const given = await exportedBy(request, response);
      const content = await given[ending]();
      response.set("Cache-Control", "no-store").attachment(`${given.name}.${ending}`).send(content);
    };
  return ENDINGS.map((ending) => ({
    method: "get",
    path: `${path}/export.${ending}`,
    action,
    handle: exportAs(ending),
  }));
}

/** The ways to the files of a page. @param query of the address, with its question mark */
export const waysOut = (address: string, query: string) =>
  ENDINGS.map((ending) => ({ href: `${address}/export.${ending}${query}`, text: ending.toUpperCase() }));
