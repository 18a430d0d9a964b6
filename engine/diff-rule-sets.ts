import canonicalize from "canonicalize";
import { pointerStep } from "./reading/problem.ts";
import type { RuleSet } from "./schema/rule-set.ts";
import type { Text } from "./schema/words.ts";

/** The kinds of parts that a change may be about. */
export type PartKind =
  | "rule-set"
  | "period"
  | "membership"
  | "cycle"
  | "calendar"
  | "attribute"
  | "activity-attribute"
  | "decision"
  | "category"
  | "absence"
  | "exemption"
  | "amount"
  | "form"
  | "unlisted"
  | "evidence"
  | "limit"
  | "assignment"
  | "carry-over"
  | "measure"
  | "requirement"
  | "deadline"
  | "sanction"
  | "retention"
  | "sampling"
  | "interpretation"
  | "example";

/** A change between two rule sets, by meaning: which part, which of its fields, from what to what. */
export interface Change {
  kind: "added" | "removed" | "changed";
  part: PartKind;
  /** The id of the part, or null where the rule set has only one of its kind. */
  id: string | null;
  /** The part's short name where it has one. */
  name: Text | null;
  /** The field that changed; "order" for the order of a list in which it matters; null for a whole part. */
  field: string | null;
  /** Where it stands: in the newer set, or in the older one where it was removed. */
  pointer: string;
  before: unknown;
  after: unknown;
  /** The clauses that the part rests on. */
  clauses: readonly string[];
}

interface Part {
  id: string | null;
  name?: Text;
  short?: Text;
  clauses?: readonly string[];
}

interface PlacedPart {
  part: Part;
  pointer: string;
}

type Fields = Record<string, unknown>;

/** The parts of a rule set by kind, each with its place. */
function partsOf(ruleSet: RuleSet): [PartKind, PlacedPart[]][] {
  const list = (pointer: string, parts: readonly Part[] = []): PlacedPart[] =>
    parts.map((part, at) => ({ part, pointer: `${pointer}/${at}` }));
  const one = (pointer: string, part: object | undefined): PlacedPart[] =>
    part ? [{ part: { id: null, ...part }, pointer }] : [];
  const { regime, name } = ruleSet;
  return [
    ["rule-set", [{ part: { id: null, name, regime } as Part, pointer: "" }]],
    ["period", one("/period", ruleSet.period)],
    ["membership", one("/membership", ruleSet.membership)],
    ["cycle", one("/cycle", ruleSet.cycle)],
    ["calendar", one("/calendar", ruleSet.calendar)],
    ["attribute", list("/attributes/consultant", ruleSet.attributes?.consultant)],
    ["activity-attribute", list("/attributes/activity", ruleSet.attributes?.activity)],
    ["decision", list("/decisions", ruleSet.decisions)],
    ["category", list("/categories", ruleSet.categories)],
    ["absence", list("/absences", ruleSet.absences)],
    ["exemption", list("/exemptions", ruleSet.exemptions)],
    ["amount", list("/amounts", ruleSet.amounts)],
    ["form", list("/forms", ruleSet.forms)],
    ["unlisted", one("/unlisted", ruleSet.unlisted)],
    ["evidence", one("/evidence", ruleSet.evidence)],
    ["limit", list("/limits", ruleSet.limits)],
    ["assignment", list("/assignments", ruleSet.assignments)],
    ["carry-over", one("/carryOver", ruleSet.carryOver)],
    ["measure", list("/measures", ruleSet.measures)],
    ["requirement", list("/requirements", ruleSet.requirements)],
    [
      "deadline",
      Object.entries(ruleSet.deadlines).map(([id, deadline]) => ({
        part: { id, ...deadline },
        pointer: `/deadlines/${id}`,
      })),
    ],
    ["sanction", list("/sanctions", ruleSet.sanctions)],
    ["retention", one("/retention", ruleSet.retention)],
    ["sampling", one("/sampling", ruleSet.sampling)],
    ["interpretation", list("/interpretations", ruleSet.interpretations)],
    ["example", list("/examples", ruleSet.examples)],
  ];
}

/** The lists in which the order decides: which exemption is named, which assignment and which sanction come next. */
const ORDERED: ReadonlySet<PartKind> = new Set(["exemption", "assignment", "sanction"]);

const same = (one: unknown, other: unknown): boolean => canonicalize(one) === canonicalize(other);

const describe = (part: PartKind, { part: { id, name, short, clauses = [] } }: PlacedPart) => ({
  part,
  id,
  name: short ?? name ?? null,
  clauses,
});

/** The fields that say one thing together: where several of them change, that is one change, of this name. */
const TOGETHER: Partial<Record<PartKind, { field: string; of: readonly string[] }>> = {
  amount: {
    field: "amount",
    of: ["value", "choose", "otherwise", "table", "proRata", "percent", "sum", "fact"],
  },
  form: { field: "credit", of: ["weight", "per"] },
};

/** The part with what says one thing together as one field, where several of those fields change. */
function gathered(kind: PartKind, part: Fields, changed: readonly string[]): Fields {
  const { field, of } = TOGETHER[kind] ?? { field: "", of: [] };
  if (changed.filter((name) => of.includes(name)).length < 2) return part;
  const entries = Object.entries(part);
  return {
    ...Object.fromEntries(entries.filter(([name]) => !of.includes(name))),
    [field]: Object.fromEntries(entries.filter(([name]) => of.includes(name))),
  };
}

const differing = (one: Fields, other: Fields): string[] =>
  [...new Set([...Object.keys(other), ...Object.keys(one)])].filter(
    (field) => field !== "id" && !same(one[field], other[field]),
  );

function changedFields(kind: PartKind, before: PlacedPart, after: PlacedPart): Change[] {
  const parts = [before.part, after.part] as unknown as [Fields, Fields];
  const changed = differing(...parts);
  const [older, newer] = parts.map((part) => gathered(kind, part, changed)) as [Fields, Fields];
  return differing(older, newer).map((field) => ({
    kind: "changed",
    ...describe(kind, after),
    field,
    pointer: field in after.part ? after.pointer + pointerStep(field) : after.pointer,
    before: older[field] ?? null,
    after: newer[field] ?? null,
  }));
}

const whole = (kind: PartKind, change: "added" | "removed", placed: PlacedPart): Change => ({
  kind: change,
  ...describe(kind, placed),
  field: null,
  pointer: placed.pointer,
  before: change === "removed" ? placed.part : null,
  after: change === "added" ? placed.part : null,
});

function changedOrder(kind: PartKind, before: readonly PlacedPart[], after: readonly PlacedPart[]): Change[] {
  const idsIn = (parts: readonly PlacedPart[], others: readonly PlacedPart[]): (string | null)[] =>
    parts.map(({ part: { id } }) => id).filter((id) => others.some(({ part }) => part.id === id));
  const [was, is] = [idsIn(before, after), idsIn(after, before)];
  const first = after[0];
  if (!first || !ORDERED.has(kind) || same(was, is)) return [];
  const pointer = first.pointer.replace(/\/0$/, "");
  return [
    { kind: "changed", part: kind, id: null, name: null, field: "order", pointer, before: was, after: is, clauses: [] },
  ];
}

function diffParts(kind: PartKind, before: readonly PlacedPart[], after: readonly PlacedPart[]): Change[] {
  const older = new Map(before.map((placed) => [placed.part.id, placed]));
  const newer = new Set(after.map(({ part: { id } }) => id));
  return [
    ...before.filter(({ part: { id } }) => !newer.has(id)).map((placed) => whole(kind, "removed", placed)),
    ...after.flatMap((placed) => {
      const counterpart = older.get(placed.part.id);
      return counterpart ? changedFields(kind, counterpart, placed) : [whole(kind, "added", placed)];
    }),
    ...changedOrder(kind, before, after),
  ];
}

/**
 * What changed from one rule set to another, by meaning: parts are paired by their ids, so that neither the order of
 * the file nor its lines count. The effective year and the revision are not changes: they say which sets these are.
 */
export function diffRuleSets(before: RuleSet, after: RuleSet): Change[] {
  const older = partsOf(before);
  return partsOf(after).flatMap(([kind, parts], at) => diffParts(kind, older[at]?.[1] ?? [], parts));
}
