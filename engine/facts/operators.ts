import type { FactType, FactValue } from "./fact-types.ts";

/** An operator of the closed table: the types it takes, whether it takes a list, and what it tells. */
export interface Operator {
  types: readonly FactType[];
  list: boolean;
  holds(value: FactValue, other: FactValue & FactValue[]): boolean;
}

const ANY: readonly FactType[] = ["points", "number", "count", "day", "text", "boolean"];
const ORDERED: readonly FactType[] = ["points", "number", "count", "day"];
const LISTED: readonly FactType[] = ["points", "number", "count", "text"];

/** The operators that a condition may use, by the names they have in json-rules-engine. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  equal: { types: ANY, list: false, holds: (value, other) => value === other },
  notEqual: { types: ANY, list: false, holds: (value, other) => value !== other },
  lessThan: { types: ORDERED, list: false, holds: (value, other) => value < other },
  lessThanInclusive: { types: ORDERED, list: false, holds: (value, other) => value <= other },
  greaterThan: { types: ORDERED, list: false, holds: (value, other) => value > other },
  greaterThanInclusive: { types: ORDERED, list: false, holds: (value, other) => value >= other },
  in: { types: LISTED, list: true, holds: (value, others) => others.includes(value) },
  notIn: { types: LISTED, list: true, holds: (value, others) => !others.includes(value) },
};

/** The names of the operators that take facts of the type. */
export const operatorsFor = (type: FactType): string[] =>
  Object.keys(OPERATORS).filter((name) => OPERATORS[name]?.types.includes(type));
