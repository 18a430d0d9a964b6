import { OPERATORS } from "../../../../engine/facts/operators.ts";
import { afterAct } from "./act.ts";
import { entered, enteredLines, type Posted, rowsOf } from "./posted.ts";
import { readConstant } from "./read-constant.ts";

/** Conditions are read this deep; a rule set that is nested deeper is refused anyway. */
const DEEPEST = 24;

/** A comparison in the making holds only what has been chosen so far. */
function readComparison(posted: Posted, name: string): Record<string, unknown> {
  const [fact, operator, other] = ["fact", "operator", "other"].map((key) => entered(posted, `${name}/${key}`));
  const type = posted.facts.get(fact as string)?.type;
  const isList = OPERATORS[operator as string]?.list ?? false;
  const constant = isList
    ? enteredLines(posted, `${name}/value`).map((line) => readConstant(line, type))
    : readConstant(entered(posted, `${name}/value`), type);
  return {
    ...(fact ? { fact } : {}),
    ...(operator ? { operator } : {}),
    ...(other && !isList ? { value: { fact: other } } : fact && constant !== undefined ? { value: constant } : {}),
  };
}

const combined = (kind: string, branches: unknown[]): Record<string, unknown> => {
  if (kind !== "not") return { [kind]: branches };
  return { not: branches.length === 1 ? branches[0] : branches.length === 0 ? {} : { all: branches } };
};

function readNode(posted: Posted, name: string, depth: number): unknown {
  const kind = posted.form.get(`${name}:kind`);
  if (kind === "comparison") return readComparison(posted, name);
  if ((kind !== "all" && kind !== "any" && kind !== "not") || depth > DEEPEST) return undefined;
  const branches = Array.from({ length: rowsOf(posted, name) }, (_, at) =>
    readNode(posted, `${name}/${at}`, depth + 1),
  );
  return combined(
    kind,
    added(
      posted,
      name,
      afterAct(branches, posted.act, name, () => undefined),
    ),
  );
}

/** The branches with the comparison or the group that was asked for, and without those that cannot be read. */
function added({ act }: Posted, name: string, branches: readonly unknown[]): unknown[] {
  const known = branches.filter((branch) => branch !== undefined);
  if (act?.name !== name) return known;
  if (act.verb === "add-comparison") return [...known, {}];
  return act.verb === "add-group" ? [...known, { any: [{}] }] : known;
}

/** A condition as it was put together in a form; undefined where there is none. */
export function readCondition(posted: Posted, name: string): unknown {
  const { act } = posted;
  const root = readNode(posted, name, 0);
  if (act?.name !== name) return root;
  if (act.verb === "clear") return undefined;
  const isGroup = posted.form.get(`${name}:kind`) !== "comparison" && root !== undefined;
  if (isGroup) return root;
  const before = root === undefined ? [] : [root];
  if (act.verb === "add-comparison") return before.length === 0 ? {} : { all: [...before, {}] };
  if (act.verb !== "add-group") return root;
  return before.length === 0 ? { all: [{}] } : { all: [...before, { any: [{}] }] };
}
