import type { Language, Problem } from "../../../../engine/index.ts";
import { pointerStep } from "../../../../engine/reading/problem.ts";
import { fullClause } from "../../../language/clause-labels.ts";
import { messages } from "../../../language/messages.ts";
import { sayProblem } from "../../../language/say-problem.ts";
import type { FieldView, NodeView } from "./field-view.ts";

/** A problem in the summary of a page: a link to its field. */
export interface ProblemLine {
  href: string;
  place: string | null;
  message: string;
}

/** A place of the page that can show a problem. */
interface Spot {
  pointer: string;
  id: string;
  label: string;
  show(message: string): void;
}

/** The problem in words of a form, where those of JSON would not be understood. */
export function describeProblem(language: Language, problem: Pick<Problem, "code" | "params">): string {
  const say = messages(language);
  const inForm = `editor.problem.${problem.code}`;
  if (!say.has(inForm)) return sayProblem(language, problem);
  const { clause } = problem.params;
  return say(
    inForm,
    typeof clause === "string" ? { ...problem.params, clause: fullClause(language, clause) } : problem.params,
  );
}

/** Where a problem stands: a missing field has the pointer of what it is missing from. */
export const pointerOfProblem = ({ code, pointer, params }: Problem): string =>
  code === "missing-field" ? pointer + pointerStep(params.field as string) : pointer;

function spotsOfNode(node: NodeView, label: string): Spot[] {
  const show = (message: string): void => {
    node.error ??= message;
  };
  const own = { pointer: node.pointer, id: node.id, label, show };
  return [own, ...node.fields.flatMap(spotsOf), ...node.branches.flatMap((branch) => spotsOfNode(branch, label))];
}

function spotsOf(view: FieldView): Spot[] {
  const show = (message: string): void => {
    view.error ??= message;
  };
  const own: Spot = { pointer: view.pointer, id: view.id, label: view.label, show };
  if (view.template === "condition") return [own, ...(view.node ? spotsOfNode(view.node, view.label) : [])];
  if (view.template === "rows") return [own, ...view.rows.flatMap(({ fields }) => fields.flatMap(spotsOf))];
  if (view.template === "value-names") return [own, ...view.named.flatMap(({ texts }) => spotsOf(texts))];
  return view.template === "group" || view.template === "union" ? [own, ...view.fields.flatMap(spotsOf)] : [own];
}

const leadsTo = (pointer: string, target: string): boolean => target === pointer || target.startsWith(`${pointer}/`);

/** The innermost spot that a pointer leads through; of two alike, the one that stands later. */
function nearest(spots: readonly Spot[], pointer: string): Spot | null {
  return spots
    .filter((spot) => leadsTo(spot.pointer, pointer))
    .reduce<Spot | null>((best, spot) => (best && best.pointer.length > spot.pointer.length ? best : spot), null);
}

/**
 * Writes each problem beside its field, and lists them for the summary.
 * @param problems with pointers from the part.
 */
export function placeProblems(
  language: Language,
  views: readonly FieldView[],
  problems: readonly Problem[],
): ProblemLine[] {
  const spots = views.flatMap(spotsOf);
  return problems.map((found) => {
    const message = describeProblem(language, found);
    const spot = nearest(spots, pointerOfProblem(found));
    spot?.show(message);
    return { href: spot ? `#${spot.id}` : "#part", place: spot?.label ?? null, message };
  });
}
