import { ROW_KINDS, type RowKind } from "./typed-report.ts";

/** What the button that was pressed asks for. */
export type Action =
  | { do: "decide" | "show" | "save-case" | "save-decision" }
  | { do: "add"; kind: RowKind }
  | { do: "remove"; kind: RowKind; at: number };

const isRowKind = (text: string | undefined): text is RowKind => ROW_KINDS.some((kind) => kind === text);

/** Reads the value of the button; a form that is sent without one is to be decided. */
export function readAction(value: string | undefined): Action {
  const [verb, kind, at] = (value ?? "").split("-");
  if (value === "show" || value === "save-case" || value === "save-decision") return { do: value };
  if (verb === "add" && isRowKind(kind)) return { do: "add", kind };
  if (verb === "remove" && isRowKind(kind) && /^\d{1,6}$/.test(at ?? "")) return { do: "remove", kind, at: Number(at) };
  return { do: "decide" };
}
