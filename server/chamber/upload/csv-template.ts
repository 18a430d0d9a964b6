import { stringify } from "csv-stringify/sync";
import type { Language } from "../../../engine/index.ts";
import { CSV_COLUMNS } from "./csv-columns.ts";

/** A CSV with the header and one activity, as spreadsheets of the language read it. */
export const csvTemplate = (language: Language): string =>
  stringify([CSV_COLUMNS.map(({ name }) => name), CSV_COLUMNS.map(({ example }) => example)], {
    bom: true,
    delimiter: language === "en" ? "," : ";",
    record_delimiter: "windows",
  });
