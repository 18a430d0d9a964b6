import type { RequestHandler, Response } from "express";
import type { Language } from "../../../engine/index.ts";
import type { ExportColumn } from "../../export/export-column.ts";
import { writeCsv } from "../../export/write-csv.ts";
import { writeXlsx } from "../../export/write-xlsx.ts";
import type { Route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { findPlace, type Place } from "../places.ts";
import { filterRows } from "../year/filter-rows.ts";
import { findRows } from "../year/find-rows.ts";
import { readFilter } from "../year/list-filter.ts";
import type { YearRow } from "../year/year-row.ts";
import { exportColumns } from "./export-columns.ts";

type Write = (
  language: Language,
  place: Place,
  columns: ExportColumn<YearRow>[],
  rows: YearRow[],
) => string | Promise<Buffer>;

/** The list of a chamber's year as files, filtered and sorted as it is shown. */
export function createExportRoutes(services: Services): Route[] {
  const send = (response: Response, { chamber, year }: Place, ending: string, content: string | Buffer): void =>
    void response.set("Cache-Control", "no-store").attachment(`${chamber.id}-${year}.${ending}`).send(content);

  const exportAs =
    (ending: string, write: Write): RequestHandler =>
    async (request, response) => {
      const language: Language = response.locals.language;
      const place = await findPlace(services, request);
      const rows = filterRows(await findRows(services, place), readFilter(request.query));
      const sanctions = new Map(place.rules.ruleSet.sanctions.map(({ id, name }) => [id, name[language]]));
      const columns = exportColumns(language, (id) => sanctions.get(id) ?? id);
      send(response, place, ending, await write(language, place, columns, rows));
    };

  const path = "/:language/chambers/:chamber/:year/export";
  const csv: Write = (language, _place, columns, rows) => writeCsv(language, columns, rows);
  const xlsx: Write = (_language, { year }, columns, rows) => writeXlsx(String(year), columns, rows);
  return [
    { method: "get", path: `${path}.csv`, action: "chamber.export", handle: exportAs("csv", csv) },
    { method: "get", path: `${path}.xlsx`, action: "chamber.export", handle: exportAs("xlsx", xlsx) },
  ];
}
