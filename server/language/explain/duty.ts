import { condition } from "../say-condition.ts";
import { type Sentence, sentence, type Voice } from "./voice.ts";

/** For which years there is a duty. */
export const membership = ({ say, ruleSet }: Voice): Sentence =>
  sentence(say("explain.membership"), ruleSet.membership);

export const requirements = (voice: Voice): Sentence[] =>
  voice.ruleSet.requirements.map((requirement) => {
    const name = requirement.name[voice.language];
    return sentence(
      voice.say("explain.requirement", { name, condition: condition(voice, requirement.when) }),
      requirement,
    );
  });

export const exemptions = (voice: Voice): Sentence[] =>
  voice.ruleSet.exemptions.map((exemption) => {
    const said = { name: exemption.name[voice.language], condition: condition(voice, exemption.when) };
    const text = exemption.forAny
      ? voice.say("explain.exemption.any-absence", said)
      : voice.say("explain.exemption", said);
    return sentence(text, exemption);
  });
