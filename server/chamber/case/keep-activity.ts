import type { Activity, RuleSet } from "../../../engine/index.ts";
import { pointerStep } from "../../../engine/reading/problem.ts";
import { DOCUMENT, documentKinds } from "../../report-check/declared-fields.ts";
import type { Fields } from "../../report-check/form-reader.ts";
import { isUnchanged, keepFields, type Texts } from "./unchanged.ts";

type Documents = Activity["evidence"];

/** The fields of an activity in the form: as they were typed, and as they were written at first. */
interface Sides {
  typed: Texts;
  written: Texts;
}

const FORM = /^form(Name)?$/;
const DAYS = /^(from|to)$/;
const EVIDENCE = /^evidence(\/|$)/;

const isAlone = (path: string): boolean => ![FORM, DAYS, EVIDENCE].some((together) => together.test(path));

const only = (texts: Texts, isOf: (path: string) => boolean): Texts =>
  new Map([...texts].filter(([path]) => isOf(path)));

/** Whether the fields that say something together were not changed. */
const isSame = ({ typed, written }: Sides, isOf: (path: string) => boolean): boolean =>
  isUnchanged(only(typed, isOf), only(written, isOf));

/** The documents of one field: those of before where it was not changed; else each of the kind that it was of before. */
function keepField(typed: Documents, before: Documents, isKept: boolean): Documents {
  if (isKept) return before;
  return typed.map((document) => before.find(({ kind, name }) => (name || kind) === document.name) ?? document);
}

/** The documents, field by field: those of each kind that the rules take, and the others. */
function keepDocuments(given: Documents, before: Documents, sides: Sides, ruleSet: RuleSet): Documents {
  if (isSame(sides, (path) => EVIDENCE.test(path))) return before;
  const kinds = documentKinds(ruleSet);
  const ofKinds = kinds.flatMap((kind) => {
    const isOf = (document: Documents[number]): boolean => document.kind === kind;
    const isKept = isSame(sides, (path) => path === `evidence${pointerStep(kind)}`);
    return keepField(given.filter(isOf), before.filter(isOf), isKept);
  });
  const others = keepField(
    given.filter(({ kind }) => kind === DOCUMENT),
    before.filter(({ kind }) => !kinds.includes(kind)),
    isSame(sides, (path) => path === "evidence"),
  );
  return [...ofKinds, ...others];
}

/** An activity as it was typed, with what it held before wherever the form was not changed. */
export function keepActivity(given: Fields, before: Activity, sides: Sides, ruleSet: RuleSet): Fields {
  const { form, from, to, evidence, ...alone } = before;
  return {
    ...keepFields(given, alone, only(sides.typed, isAlone), only(sides.written, isAlone)),
    ...(isSame(sides, (path) => FORM.test(path)) ? { form } : {}),
    ...(isSame(sides, (path) => DAYS.test(path)) ? { from, to } : {}),
    evidence: keepDocuments(given.evidence as Documents, evidence, sides, ruleSet),
  };
}
