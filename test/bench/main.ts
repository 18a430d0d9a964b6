import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, parseCase, parseRuleSet } from "../../engine/index.ts";
import { PROJECT_ROOT } from "../../server/project-root.ts";
import { measureBatches } from "./batch/batch.ts";
import { byEngine, byHand } from "./contenders/engine.ts";
import { jsonLogic } from "./contenders/json-logic.ts";
import { jsonRulesEngine } from "./contenders/json-rules-engine.ts";
import { zenEngine } from "./contenders/zen-engine.ts";
import { type DatedCase, generateCase } from "./generate/case.ts";
import { proveAnswers, proveEngine } from "./measure/prove.ts";
import { measureSpeeds } from "./measure/speed.ts";
import { readOptions } from "./options.ts";
import { asJson, asTables } from "./results.ts";

/** Proves that the engine decides as the others do, then measures all of them on the same cases. */

const { cases: count, slowCases, batchCases, rounds, seed, json, only } = readOptions(process.argv.slice(2));
const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** A case with the shape that reading it from JSON gives. */
function read(number: number): DatedCase {
  const { case: theCase, asOf } = generateCase(seed, number);
  return { case: parseCase(JSON.stringify(theCase)), asOf };
}

const rules = compile(parseRuleSet(readFileSync(join(PROJECT_ROOT, "rules/2022.json"), "utf8")));
const all = [byHand(rules), byEngine(rules, false), byEngine(rules, true), jsonRulesEngine, zenEngine, jsonLogic];
const contenders = all.filter(({ id }) => !only || only.includes(id));

say(`Generating ${count} cases from seed ${seed} …`);
const cases = Array.from({ length: count }, (_, number) => read(number));
const runs = contenders.map((contender) => ({ contender, cases: contender.slow ? cases.slice(0, slowCases) : cases }));

say("Proving that all decide alike …");
proveEngine(rules, cases);
for (const { contender, cases } of runs) await proveAnswers(contender, rules, cases);

say(`Measuring ${rounds} rounds …`);
const speeds = await measureSpeeds(runs, rounds);

if (batchCases.length > 0) say("Measuring the batch command …");
const batches = await measureBatches(rules, seed, batchCases);

const results = { seed, node: process.version, rounds, speeds, batches };
process.stdout.write(`${json ? asJson(results) : asTables(results)}\n`);
