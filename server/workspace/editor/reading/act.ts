/** What a button of the editor asks for, beside saving: to show what was chosen, or to change a list or a condition. */
export type Verb = "show" | "add" | "remove" | "up" | "down" | "add-comparison" | "add-group" | "clear";

/** A verb, the name of the list or condition that it changes, and the place in it. */
export interface Act {
  verb: Verb;
  name: string;
  at: number;
}

const ACT = /^(add|remove|up|down|add-comparison|add-group|clear) (\/[\w/-]*?)(?:\/(\d{1,4}))?$/;

/** Reads a button's value: `remove /multipliers/1`; null where it asks for something else, as to save. */
export function readAct(value: string | null): Act | null {
  if (value === "show") return { verb: "show", name: "", at: 0 };
  const [, verb, name, at] = ACT.exec(value ?? "") ?? [];
  if (verb === undefined || name === undefined) return null;
  const isOfItem = verb === "remove" || verb === "up" || verb === "down";
  if (!isOfItem) return { verb: verb as Verb, name: at === undefined ? name : `${name}/${at}`, at: 0 };
  return at === undefined ? null : { verb: verb as Verb, name, at: Number(at) };
}

/** The items of a list after what the button asked for; `fresh` makes a new one. */
export function afterAct<Item>(items: readonly Item[], act: Act | null, name: string, fresh: () => Item): Item[] {
  const list = [...items];
  if (act?.name !== name) return list;
  const { verb, at } = act;
  if (verb === "add") list.push(fresh());
  if (verb === "remove") list.splice(at, 1);
  if (verb === "up" && at > 0) list.splice(at - 1, 0, ...list.splice(at, 1));
  if (verb === "down") list.splice(at + 1, 0, ...list.splice(at, 1));
  return list;
}
