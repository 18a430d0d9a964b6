import { type Fact, factsOf } from "../../engine/facts/facts.ts";
import type { Comparison, Condition, Constant } from "../../engine/schema/condition.ts";
import { formatDay } from "./days.ts";
import { attributeOf, factName, statement } from "./explain/facts.ts";
import { absenceName, either, nameOf, quoted, valueName } from "./explain/names.ts";
import { number, points, thanName, thanPoints } from "./explain/quantities.ts";
import type { Voice } from "./explain/voice.ts";

/** What holds where the other does not. */
const OPPOSITES: Readonly<Record<string, string>> = {
  equal: "notEqual",
  notEqual: "equal",
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
  in: "notIn",
  notIn: "in",
};

/** A condition without `not`, in which neither an `all` holds an `all` nor an `any` an `any`. */
type Branch = Comparison | { all: Branch[] } | { any: Branch[] };

/** The condition with what is denied said the other way round, and without what only groups. */
function plain(condition: Condition, denied = false): Branch {
  if ("not" in condition) return plain(condition.not, !denied);
  if ("fact" in condition) {
    return denied ? { ...condition, operator: OPPOSITES[condition.operator] ?? condition.operator } : condition;
  }
  const [isAll, within] = "all" in condition ? [true, condition.all] : [false, condition.any];
  const branches = within.map((branch) => plain(branch, denied));
  if (branches.length === 1) return branches[0] as Branch;
  return isAll !== denied
    ? { all: branches.flatMap((branch) => ("all" in branch ? branch.all : [branch])) }
    : { any: branches.flatMap((branch) => ("any" in branch ? branch.any : [branch])) };
}

/** What a text stands for: a kind of absence, a ground, a form, a named value of an attribute, or itself. */
function sayText(voice: Voice, text: string, fact: string): string {
  if (fact === "absence.kind") return absenceName(voice, text);
  if (fact === "activity.form") return nameOf(voice, voice.ruleSet.forms, text);
  const ground = `condition.ground.${text}`;
  if (fact === "absence.ground" && voice.say.has(ground)) return voice.say(ground);
  return quoted(voice, valueName(voice.language, attributeOf(voice, fact)?.valueNames, text));
}

function sayConstant(voice: Voice, constant: Constant, name: string, type: Fact["type"] | undefined): string {
  if (typeof constant === "number") return type === "points" ? points(voice, constant) : number(voice, constant);
  if (typeof constant === "boolean") return voice.say(constant ? "diff.yes" : "diff.no");
  return type === "day" ? formatDay(voice.language, constant) : sayText(voice, constant, name);
}

/** The value after a word that compares. */
function sayThan(voice: Voice, value: Comparison["value"], type: Fact["type"] | undefined): string {
  if (typeof value === "object" && "fact" in value) return thanName(voice, factName(voice, value.fact));
  if (type === "points") return thanPoints(voice, value as number);
  return type === "day"
    ? voice.say("explain.than.day", { day: formatDay(voice.language, value as string) })
    : voice.say("explain.than.number", { number: number(voice, value as number) });
}

function sayComparison(voice: Voice, { fact, operator, value }: Comparison): string {
  const { say, ruleSet } = voice;
  const type = factsOf(ruleSet).get(fact)?.type;
  if (typeof value === "boolean") return statement(voice, fact, value === (operator === "equal"));
  const name = factName(voice, fact);
  if (Array.isArray(value)) {
    const values = value.map((item) => sayConstant(voice, item, fact, type));
    return say(`operator.${operator}`, { fact: name, value: either(voice, values) });
  }
  if (operator === "equal" || operator === "notEqual") {
    const isFact = typeof value === "object";
    const said = isFact ? factName(voice, value.fact) : sayConstant(voice, value, fact, type);
    return say(`operator.${operator}`, { fact: name, value: said, kind: isFact ? "fact" : "constant" });
  }
  return say(`operator.${operator}`, { fact: name, than: sayThan(voice, value, type), type: type ?? "count" });
}

/** A branch inside another: several comparisons stand in brackets. */
const sayWithin = (voice: Voice, branch: Branch): string =>
  "fact" in branch ? sayComparison(voice, branch) : `(${sayBranch(voice, branch)})`;

/** «a и b, при этом либо c, либо d»: the alternatives come last, so that they need no brackets. */
function sayAll(voice: Voice, branches: readonly Branch[]): string {
  const { say } = voice;
  const others = branches.filter((branch) => !("any" in branch)).map((branch) => sayWithin(voice, branch));
  const alternatives = branches
    .filter((branch) => "any" in branch)
    .map(({ any }) => any.map((branch) => sayWithin(voice, branch)).join(say("condition.either-or")))
    .map((said) => say("condition.either", { alternatives: said }));
  return [...(others.length > 0 ? [others.join(say("condition.all"))] : []), ...alternatives].join(
    say("condition.and-also"),
  );
}

function sayBranch(voice: Voice, branch: Branch): string {
  if ("fact" in branch) return sayComparison(voice, branch);
  if ("all" in branch) return sayAll(voice, branch.all);
  const areSingle = branch.any.every((one) => "fact" in one);
  const said = branch.any.map((one) => sayBranch(voice, one));
  return said.join(voice.say(areSingle ? "condition.any" : "condition.any-of-several"));
}

/** A condition of the voice's rule set as a part of a sentence. */
export const condition = (voice: Voice, when: Condition): string => sayBranch(voice, plain(when));
