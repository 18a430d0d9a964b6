import type { Text } from "../../../engine/index.ts";
import type { Attribute } from "../../../engine/schema/rule-set.ts";
import { formatDay } from "../days.ts";
import { both, either, quoted, valueName } from "./names.ts";
import { number } from "./quantities.ts";
import { type Sentence, sentence, type Voice } from "./voice.ts";

interface Declared {
  name: Text;
  clauses: readonly string[];
}

/** One sentence for all that rest on the same clauses: «Виды отсутствия: «A» и «B»». */
function together(voice: Voice, key: string, parts: readonly Declared[] = []): Sentence[] {
  const groups = new Map<string, Declared[]>();
  for (const part of parts) {
    const clauses = part.clauses.join("\n");
    groups.set(clauses, [...(groups.get(clauses) ?? []), part]);
  }
  return [...groups.values()].map((group) => {
    const names = group.map(({ name }) => quoted(voice, name[voice.language]));
    return sentence(voice.say(key, { names: both(voice, names), count: group.length }), ...group);
  });
}

export function attributeValue(
  voice: Voice,
  value: Attribute["default"],
  { type, valueNames }: Pick<Attribute, "type" | "valueNames">,
): string {
  if (typeof value === "boolean") return voice.say(value ? "diff.yes" : "diff.no");
  if (typeof value === "number") return number(voice, value);
  if (value === "") return voice.say("diff.none");
  return type === "day"
    ? formatDay(voice.language, value)
    : quoted(voice, valueName(voice.language, valueNames, value));
}

function sayAttribute(voice: Voice, whose: "consultant" | "activity", attribute: Attribute): Sentence {
  const { name, type, values, valueNames, default: fallback } = attribute;
  const kinds = values?.map((value) => quoted(voice, valueName(voice.language, valueNames, value)));
  const said = {
    name: quoted(voice, name[voice.language]),
    type: kinds ? either(voice, kinds) : voice.say(`explain.type.${type}`),
    value: attributeValue(voice, fallback, attribute),
  };
  return sentence(voice.say(`explain.attribute.${whose}`, said), attribute);
}

/** What the rule set declares: attributes, decisions, categories, kinds of absence. */
export const terms = (voice: Voice): Sentence[] => {
  const { attributes, decisions, categories, absences } = voice.ruleSet;
  return [
    ...together(voice, "explain.categories", categories),
    ...together(voice, "explain.absences", absences),
    ...together(voice, "explain.decisions", decisions),
    ...(attributes?.consultant ?? []).map((attribute) => sayAttribute(voice, "consultant", attribute)),
    ...(attributes?.activity ?? []).map((attribute) => sayAttribute(voice, "activity", attribute)),
  ];
};
