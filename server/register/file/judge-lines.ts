import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import type { Services } from "../../services.ts";
import type { Chamber, Stored } from "../../store/records.ts";
import type { GivenLine } from "./given-lines.ts";
import { type JudgedLine, judgeLine } from "./judge-line.ts";
import type { Register } from "./register.ts";

/** A line that cannot be taken, with every problem. */
export interface FaultyLine {
  line: number;
  problems: Problem[];
}

/** What a file says of the register, or the lines that are wrong. */
export type JudgedFile = { register: Register; faulty: null } | { register: null; faulty: FaultyLine[] };

/** Finds what was given on an earlier line already. */
function findTwice(): (judged: JudgedLine) => Problem[] {
  const lineOf = new Map<string, number>();
  return (judged) => {
    if (judged.kind === null || typeof judged.id !== "string") return [];
    const { kind, id, line } = judged;
    const earlier = lineOf.get(`${kind} ${id}`);
    if (earlier !== undefined) return [serverProblem("given-on-line", `/${kind}`, { id, line: earlier })];
    lineOf.set(`${kind} ${id}`, line);
    return [];
  };
}

function chamberProblems(judged: JudgedLine, known: ReadonlySet<unknown>): Problem[] {
  if (judged.kind !== "consultant") return [];
  const { chamber, formerly } = judged.chambers;
  const named: [pointer: string, chamber: unknown][] = [
    ["/chamber", chamber],
    ...(Array.isArray(formerly) ? formerly : []).map((each, at): [string, unknown] => [`/formerly/${at}`, each]),
  ];
  return named.flatMap(([pointer, each]) =>
    typeof each !== "string" || known.has(each) ? [] : [serverProblem("unknown-chamber", pointer, { chamber: each })],
  );
}

function registerOf(lines: readonly JudgedLine[]): Register {
  const register: Register = { chambers: [], consultants: [] };
  for (const judged of lines) {
    if (judged.kind === null || judged.state === null) continue;
    const id = judged.id as string;
    if (judged.kind === "chamber") register.chambers.push({ id, state: judged.state });
    else register.consultants.push({ id, state: judged.state });
  }
  return register;
}

/**
 * Judges all lines of a register's file, by themselves and together.
 * @param kept the chambers that the store holds
 */
export function judgeLines(
  services: Pick<Services, "rules" | "today">,
  lines: readonly GivenLine[],
  kept: readonly Pick<Stored<Chamber>, "id">[],
): JudgedFile {
  const judged = lines.map((given) => judgeLine(services, given));
  const inFile = judged.flatMap((one) => (one.kind === "chamber" ? [one.id] : []));
  const known = new Set<unknown>([...kept.map(({ id }) => id), ...inFile]);
  const twice = findTwice();
  const faulty = judged
    .map((one) => ({ line: one.line, problems: [...one.problems, ...twice(one), ...chamberProblems(one, known)] }))
    .filter(({ problems }) => problems.length > 0);
  return faulty.length > 0 ? { register: null, faulty } : { register: registerOf(judged), faulty: null };
}
