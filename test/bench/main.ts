import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CompiledRuleSet, compile, parseRuleSet } from "../../engine/index.ts";
import { PROJECT_ROOT } from "../../server/project-root.ts";
import { measureBatches } from "./batch/batch.ts";
import type { Contender } from "./contenders/contender.ts";
import { byEngine, byHand, byRichestRules } from "./contenders/engine.ts";
import { jsonLogic } from "./contenders/json-logic.ts";
import { jsonRulesEngine } from "./contenders/json-rules-engine.ts";
import { zenEngine } from "./contenders/zen-engine.ts";
import { measureDemo } from "./demo/measure-demo.ts";
import { proveAll } from "./measure/prove.ts";
import { Sample } from "./measure/sample.ts";
import { measureSpeeds } from "./measure/speed.ts";
import { readOptions } from "./options.ts";
import { asJson, asTables } from "./results.ts";
import { measureStores } from "./store/measure-stores.ts";

/** Proves that the engine decides as the others do, then measures all of them on the same cases. */

const { cases, slowCases, batchCases, rounds, seed, storeSeconds, storeCases, demoConsultants, json, only } =
  readOptions(process.argv.slice(2));
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const read = (file: string): CompiledRuleSet => compile(parseRuleSet(readFileSync(join(PROJECT_ROOT, file), "utf8")));
const rules = read("rules/2022.json");
const richest = byRichestRules(read("test/regimes/kz-2028/rule-set.json"));
const all = [byHand(rules), byEngine(rules, false), byEngine(rules, true), jsonRulesEngine, zenEngine, jsonLogic];
const isChosen = ({ id }: Contender): boolean => !only || only.includes(id);
const contenders = all.filter(isChosen);
const sample = new Sample(seed, cases, slowCases);

say(`Proving on ${cases} cases of seed ${seed} that all decide alike …`);
await proveAll(contenders, rules, sample);

say("Measuring their speed …");
const speeds = await measureSpeeds([...contenders, ...[richest].filter(isChosen)], sample, rounds);

if (batchCases.length > 0) say("Measuring the batch command …");
const batches = await measureBatches(rules, seed, batchCases);

if (storeSeconds > 0) say("Measuring the stores …");
const load = { cases: storeCases, seconds: storeSeconds };
const stores = storeSeconds > 0 ? await measureStores(rules, seed, load) : [];

if (demoConsultants > 0) say("Making the country of the demo …");
const demo = demoConsultants > 0 ? await measureDemo(demoConsultants) : null;

const results = { seed, node: process.version, rounds, speeds, batches, stores, demo };
process.stdout.write(`${json ? asJson(results) : asTables(results)}\n`);
