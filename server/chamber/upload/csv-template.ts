import { stringify } from "csv-stringify/sync";
import type { Language } from "../../../engine/index.ts";
import type { CsvColumn } from "./csv-columns.ts";

/** A CSV with the header and one activity, as spreadsheets of the language read it. */
export const csvTemplate = (language: Language, columns: readonly CsvColumn[]): string =>
  stringify([columns.map(({ name }) => name), columns.map(({ example }) => example)], {
    bom: true,
    delimiter: language === "en" ? "," : ";",
    record_delimiter: "windows",
  });
