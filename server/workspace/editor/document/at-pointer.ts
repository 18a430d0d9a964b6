import { asFields, type Fields } from "./fields.ts";

const stepsOf = (pointer: string): string[] => pointer.split("/").slice(1);

/** What an object holds at a JSON Pointer of plain names; undefined where there is nothing. */
export function valueAt(document: Fields, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>((value, step) => {
    const fields = asFields(value);
    return Object.hasOwn(fields, step) ? fields[step] : undefined;
  }, document);
}

/** The same object with another value there; undefined takes the field away, and an object that it leaves empty. */
export function withValueAt(document: Fields, pointer: string, value: unknown): Fields {
  const [step, ...rest] = stepsOf(pointer);
  if (step === undefined) return asFields(value);
  const inner = rest.length > 0 ? withValueAt(asFields(document[step]), `/${rest.join("/")}`, value) : value;
  const { [step]: _, ...others } = document;
  const isGone = inner === undefined || (rest.length > 0 && Object.keys(asFields(inner)).length === 0);
  return isGone ? others : { ...document, [step]: inner };
}
