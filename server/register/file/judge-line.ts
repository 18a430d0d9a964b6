import { Type } from "@sinclair/typebox";
import type { Problem } from "../../../engine/index.ts";
import { createValidator } from "../../../engine/reading/schema-validator.ts";
import { closed } from "../../../engine/schema/words.ts";
import { serverProblem } from "../../problem.ts";
import { keepingProblem } from "../../recording/check-keepable.ts";
import type { Services } from "../../services.ts";
import { isIdPart } from "../../store/check-change.ts";
import type { Chamber, Consultant } from "../../store/records.ts";
import { onList } from "../on-list.ts";
import { readChamber } from "../read-chamber.ts";
import { type GivenConsultant, readConsultant } from "../read-consultant.ts";
import type { GivenLine } from "./given-lines.ts";

/** What a line says, as far as it can be judged by itself; its record is null where something is wrong with it. */
export type JudgedLine = { line: number; problems: Problem[] } & (
  | { kind: "chamber"; id: unknown; state: Chamber | null }
  | { kind: "consultant"; id: unknown; chambers: { chamber: unknown; formerly: unknown }; state: Consultant | null }
  | { kind: null }
);

type Rules = Pick<Services, "rules" | "today">;
type Fields = Readonly<Record<string, unknown>>;

const GivenConsultantLine = Type.Object(
  {
    name: Type.Optional(Type.String()),
    chamber: Type.String(),
    memberSince: Type.Optional(Type.Unknown()),
    memberUntil: Type.Optional(Type.Unknown()),
    absences: Type.Optional(Type.Unknown()),
    formerly: Type.Optional(Type.Array(Type.String())),
  },
  closed,
);

const validate = createValidator(GivenConsultantLine);

function idProblems(id: unknown, pointer: string): Problem[] {
  if (typeof id !== "string") return [serverProblem("wrong-type", pointer, { expected: "string" })];
  return isIdPart(id) ? [] : [serverProblem("unfit-id", pointer)];
}

function judgeChamber(line: number, { chamber: id, ...given }: Fields, nodes: number): JudgedLine {
  const { chamber: state, problems } = readChamber(given, nodes);
  return { line, kind: "chamber", id, state, problems: [...idProblems(id, "/chamber"), ...(problems ?? [])] };
}

/** Where something of a case stands in the line: the consultant is the line itself. */
const inLine = (pointer: string): string =>
  pointer === "/consultant/id" ? "/consultant" : pointer.replace(/^\/consultant(?=\/|$)/, "");

/** What is found later of a field that is wrong already says nothing more. */
const besides = (found: readonly Problem[], later: readonly Problem[]): Problem[] =>
  later.filter(({ pointer }) => pointer === "" || !found.some((one) => one.pointer === pointer));

function judgeConsultant(
  services: Rules,
  line: number,
  { consultant: id, ...given }: Fields,
  nodes: number,
): JudgedLine {
  const { name, chamber, memberSince, memberUntil = null, absences = [], formerly = [] } = given;
  const said: GivenConsultant = { name, memberSince, memberUntil, absences };
  const { consultant, problems: ofCase } = readConsultant(services, typeof id === "string" ? id : "", said);
  const ofLine = [...idProblems(id, "/consultant"), ...validate(given, nodes)];
  const inCase = (ofCase ?? []).map((found) => ({ ...found, pointer: inLine(found.pointer) }));
  const problems = [...ofLine, ...besides(ofLine, inCase)];
  const chambers = { chamber, formerly };
  if (!consultant || problems.length > 0) return { line, kind: "consultant", id, chambers, state: null, problems };
  const { name: trimmed, ...membership } = consultant;
  const state = onList(null, {
    name: trimmed,
    chamber: chamber as string,
    ...membership,
    formerly: formerly as string[],
  });
  return { line, kind: "consultant", id, chambers, state, problems };
}

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function judgeEntry(services: Rules, line: number, value: unknown, nodes: number): JudgedLine {
  if (isObject(value) && Object.hasOwn(value, "consultant")) return judgeConsultant(services, line, value, nodes);
  if (isObject(value) && Object.hasOwn(value, "chamber")) return judgeChamber(line, value, nodes);
  return { line, kind: null, problems: [serverProblem("no-entry-of-register", "")] };
}

/** Judges a line of a register's file by itself: its pointers lead into the line. */
export function judgeLine(services: Rules, given: GivenLine): JudgedLine {
  const { line } = given;
  if (given.problems) return { line, kind: null, problems: given.problems };
  const judged = judgeEntry(services, line, given.value, given.nodes);
  const unkeepable = keepingProblem(given.value);
  return unkeepable ? { ...judged, problems: [...judged.problems, unkeepable] } : judged;
}
