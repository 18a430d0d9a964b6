import type { Absence, Text } from "../../../engine/index.ts";
import type { Chamber, Consultant } from "../../store/records.ts";
import type { Entry, Register } from "./register.ts";

const inAll = ({ kk, ru, en }: Text): Text => ({ kk, ru, en });

const absenceOf = ({ kind, ground, from, to }: Absence): Absence => ({
  kind,
  ...(ground === undefined ? {} : { ground }),
  from,
  to,
});

const chamberLine = ({ id, state: { name, region } }: Entry<Chamber>): object => ({
  chamber: id,
  name: inAll(name),
  region: inAll(region),
});

function consultantLine({ id, state }: Entry<Consultant>): object {
  const { name, chamber, memberSince, memberUntil, absences, formerly } = state;
  const line = { consultant: id, name, chamber, memberSince, memberUntil, absences: absences.map(absenceOf) };
  return formerly ? { ...line, formerly } : line;
}

/** The lines of a register's file, each with its end: the fields of a line always in the same order. */
export function* entryLines({ chambers, consultants }: Register): Generator<string> {
  for (const entry of chambers) yield `${JSON.stringify(chamberLine(entry))}\n`;
  for (const entry of consultants) yield `${JSON.stringify(consultantLine(entry))}\n`;
}
