import { parseArgs } from "node:util";

/** What the demo is asked for. */
export interface DemoOptions {
  folder: string;
  seed: number;
  consultants: number;
  /** Whether the country that is there is made anew. */
  fresh: boolean;
}

const HELP = `npm run demo -- [--consultants N] [--seed N] [--folder FOLDER] [--fresh]

  --consultants N   how many consultants the country has (12000)
  --seed N          another country for another number (2022)
  --folder FOLDER   where it is kept (data/demo)
  --fresh           make it anew`;

const MOST_CONSULTANTS = 200_000;

/** The command line is not understood: the message says what is. */
export class OptionsError extends Error {
  override readonly name = "OptionsError";
}

function number(name: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw new OptionsError(`--${name} has to be a number from 1 to ${most}, not "${text}".\n\n${HELP}`);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        consultants: { type: "string", default: "12000" },
        seed: { type: "string", default: "2022" },
        folder: { type: "string", default: "data/demo" },
        fresh: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new OptionsError(`${(error as Error).message}\n\n${HELP}`);
  }
}

/** Reads what the command line asks for. @throws {OptionsError} */
export function readOptions(args: string[]): DemoOptions {
  const { consultants, seed, folder, fresh } = parse(args);
  return {
    folder,
    fresh,
    seed: number("seed", seed, 0xffff_ffff),
    consultants: number("consultants", consultants, MOST_CONSULTANTS),
  };
}
