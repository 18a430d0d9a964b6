import { readZip } from "./read-zip.ts";

/** A cell of a sheet: what it holds, as it is written, and of which type; `style` is the number of its format. */
export interface ReadCell {
  value: string;
  type: string;
  formula: boolean;
}

const decoded = (xml: string): string =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

const textIn = (xml: string): string =>
  decoded([...xml.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(([, text]) => text).join(""));

/** Reads the first sheet of a workbook, row by row. */
export function readXlsx(workbook: Buffer): ReadCell[][] {
  const files = readZip(workbook);
  const shared = [...(files.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, xml]) =>
    textIn(xml as string),
  );
  const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
  return [...sheet.matchAll(/<row[^>]*>([\s\S]*?)<\/row>/g)].map(([, row]) =>
    [...(row as string).matchAll(/<c([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, attributes, inner = ""]) => {
      const type = /t="(\w+)"/.exec(attributes as string)?.[1] ?? "n";
      const raw = /<v>([\s\S]*?)<\/v>/.exec(inner)?.[1] ?? "";
      const value = type === "s" ? (shared[Number(raw)] ?? "") : type === "inlineStr" ? textIn(inner) : decoded(raw);
      return { value, type, formula: inner.includes("<f") };
    }),
  );
}
