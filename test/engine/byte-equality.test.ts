import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const ZONES = ["UTC", "Asia/Almaty", "America/New_York", "Pacific/Kiritimati"];
const LOCALES = ["C", "tr_TR.UTF-8", "kk_KZ.UTF-8"];

const script = fileURLToPath(new URL("print-decisions.js", import.meta.url));
const built = new URL("../../dist/engine/index.js", import.meta.url);

interface Printed {
  hash: string;
  surroundings: [newYear: string, locale: string];
}

async function decideIn(zone: string, locale: string): Promise<Printed> {
  const env = { PATH: process.env.PATH, TZ: zone, LANG: locale, LC_ALL: locale };
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
  return JSON.parse(stdout) as Printed;
}

it("the same cases give the same bytes in every time zone and locale", { timeout: 60_000 }, async () => {
  expect(existsSync(built), "the engine is built: npm run build").toBe(true);
  const printed: Printed[] = [];
  for (const zone of ZONES) printed.push(...(await Promise.all(LOCALES.map((locale) => decideIn(zone, locale)))));

  const [newYears, locales] = [0, 1].map((at) => new Set(printed.map(({ surroundings }) => surroundings[at])));
  expect(newYears?.size, "the time zones were in force").toBe(ZONES.length);
  expect([...(locales ?? [])], "the locales were in force").toEqual(expect.arrayContaining(["tr-TR", "kk-KZ"]));
  expect(new Set(printed.map(({ hash }) => hash)).size).toBe(1);
});
