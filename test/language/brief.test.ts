import { expect, it } from "vitest";
import { brief } from "../../server/language/brief.ts";

it.each([
  ["Дәріс", 5, "Дәріс"],
  ["Дәріс оқу", 5, "Дәріс…"],
  ["Дәріс оқу", 7, "Дәріс…"],
  ["Дәрісханада", 5, "Дәріс…"],
  ["ab😀c", 3, "ab…"],
  ["Бір жыл. Келесі жыл", 10, "Бір жыл…"],
  ["Ғылыми (бірге) еңбек", 9, "Ғылыми…"],
  ["Тармақта – «15 ақпан»", 12, "Тармақта…"],
])("%j of at most %i characters begins %j", (text, most, begins) => {
  expect(brief(text, most)).toBe(begins);
});
