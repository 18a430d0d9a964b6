import { parseArgs } from "node:util";
import { SEED } from "./generate/case.ts";

export interface Options {
  cases: number;
  /** About how many of the cases the slow ones decide. */
  slowCases: number;
  batchCases: readonly number[];
  rounds: number;
  seed: number;
  /** How long the stores are measured at a steady pace; 0 for not at all. */
  storeSeconds: number;
  /** How many decided cases the stores hold before that. */
  storeCases: number;
  /** How many consultants the country of the demo has that is made; 0 for none. */
  demoConsultants: number;
  json: boolean;
  /** Those that are measured, by id; null for all. */
  only: readonly string[] | null;
}

const HELP = `npm run bench -- [--cases N] [--slow-cases N] [--rounds N] [--seed N] [--batch-cases N,N]
                 [--only ID,ID] [--no-batch] [--store-seconds N] [--store-cases N] [--no-store]
                 [--demo-consultants N] [--no-demo] [--json]`;

const number = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`"${text}" is not a number of at least 1.\n${HELP}`);
  return value;
};

/** What the command line asks for. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      cases: { type: "string", default: "100000" },
      "slow-cases": { type: "string", default: "5000" },
      "batch-cases": { type: "string", default: "10000,1000000" },
      rounds: { type: "string", default: "5" },
      seed: { type: "string", default: `${SEED}` },
      only: { type: "string" },
      "no-batch": { type: "boolean", default: false },
      "store-seconds": { type: "string", default: process.env.QAGIDA_BENCH_SECONDS ?? "60" },
      "store-cases": { type: "string", default: "48000" },
      "no-store": { type: "boolean", default: false },
      "demo-consultants": { type: "string", default: "12000" },
      "no-demo": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  return {
    cases: number(values.cases),
    slowCases: number(values["slow-cases"]),
    batchCases: values["no-batch"] ? [] : values["batch-cases"].split(",").map(number),
    rounds: number(values.rounds),
    seed: number(values.seed),
    storeSeconds: values["no-store"] ? 0 : number(values["store-seconds"]),
    storeCases: number(values["store-cases"]),
    demoConsultants: values["no-demo"] ? 0 : number(values["demo-consultants"]),
    json: values.json,
    only: values.only?.split(",") ?? null,
  };
}
