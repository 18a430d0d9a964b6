// Decides every worked case with the built engine and prints what the surroundings could have changed, and a hash of the
// decisions. Run by byte-equality.test.ts in other time zones and locales.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { compile, parseCase, parseRuleSet } from "../../dist/engine/index.js";

const folder = new URL("../cases/", import.meta.url);
const rules = compile(parseRuleSet(readFileSync(new URL("../../rules/2022.json", import.meta.url), "utf8")));
const hash = createHash("sha256");
for (const file of readdirSync(folder).sort()) {
  const { asOf, case: given } = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  for (const trace of [true, false]) hash.update(JSON.stringify(rules.decide(parseCase(given), { asOf, trace })));
}
const surroundings = [new Date(2024, 0, 1).toISOString(), Intl.DateTimeFormat().resolvedOptions().locale];
process.stdout.write(JSON.stringify({ hash: hash.digest("hex"), surroundings }));
