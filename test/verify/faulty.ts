import { readdirSync, readFileSync } from "node:fs";
import { parseRuleSet, type RuleSet } from "../../engine/index.ts";
import { type Change, changed } from "../engine/change.ts";

/** A rule set with one fault: the set it was made from, the changes that bring the fault in, and what has to be found. */
export interface Faulty {
  name: string;
  base: string;
  change: Change[];
  finds: { code: string; pointer: string }[];
}

const readJson = (url: URL): unknown => JSON.parse(readFileSync(url, "utf8"));
const folder = new URL("./faulty/", import.meta.url);

/** The Rules of 2022, or the rule set of a regime. */
const fileOf = (base: string): URL =>
  new URL(base === "2022" ? "../../rules/2022.json" : `../regimes/${base}/rule-set.json`, import.meta.url);

export const GOOD = ["2022", "australia", "france", "kz-2028", "new-york", "ontario", "poland"];

export const readGood = (base: string): RuleSet => parseRuleSet(readJson(fileOf(base)));

export const readFaulty = (): (Faulty & { file: string })[] =>
  readdirSync(folder).map((file) => ({ file, ...(readJson(new URL(file, folder)) as Faulty) }));

export const withFault = ({ base, change }: Faulty): RuleSet => parseRuleSet(changed(readJson(fileOf(base)), change));
