import type { Language, RuleSet } from "../../engine/index.ts";
import type { Form } from "../../engine/schema/rule-set.ts";
import { dueDay, periodOf } from "../../engine/stages/period.ts";
import { formatDay, formatDayAndMonth } from "../language/days.ts";
import { explainRuleSet } from "../language/explain/explain-rule-set.ts";
import { sayForm } from "../language/explain/forms.ts";
import { voiceOf } from "../language/explain/voice.ts";
import { messages } from "../language/messages.ts";
import { formatNumber } from "../language/numbers.ts";
import { clauseChips } from "../pages/clause-chips.ts";
import type { PublishedRules } from "../published-rules.ts";
import { lawView } from "./law-view.ts";

/** The first and the last eight digits of a hash, in groups of four. */
export const shortHash = (sha256: string): string =>
  `${sha256.slice(0, 4)} ${sha256.slice(4, 8)} … ${sha256.slice(-4)}`;

/** Whether the points of a form say all: so many for an activity. */
const isPerActivity = ({ per, rounding, multipliers, categories, credits, when, evidence }: Form): boolean =>
  per === "item" && !rounding && !multipliers && !categories && !credits && !when && !evidence;

const normOf = ({ amounts }: RuleSet): { points: number; clauses: readonly string[] } => {
  const norm = amounts.find(({ id }) => id === "norm");
  return { points: norm?.value ?? norm?.otherwise ?? 0, clauses: norm?.clauses ?? [] };
};

/** Builds the parts of a rule set that the page of a year shows, in one language. */
export function rulesPage(language: Language, rules: PublishedRules, year: number) {
  const { ruleSet, sha256, effectiveYear, lawText } = rules;
  const say = messages(language);
  const chips = (clauses: readonly string[]) => clauseChips(language, year, clauses);
  const points = (value: number): string => say("points", { points: value });
  const period = periodOf(ruleSet.period, year);
  const norm = normOf(ruleSet);
  const reportDue = dueDay(ruleSet.deadlines.report, year, ruleSet.calendar);
  const summaryDue = dueDay(ruleSet.deadlines.summary, year, ruleSet.calendar);
  const sections = explainRuleSet(language, ruleSet);
  const voice = voiceOf(language, ruleSet);
  const sentencesOf = (section: string) =>
    (sections.find(({ id }) => id === section)?.sentences ?? []).map(({ text, clauses }) => ({
      text,
      clauses: chips(clauses),
    }));

  const readingsOfExemptions = ruleSet.interpretations
    .filter(({ governs }) => governs.some((part) => part.startsWith("/exemptions/")))
    .map(({ text }) => text[language]);

  const deadline = (part: "report" | "summary", day: string) => ({
    name: ruleSet.deadlines[part].name[language],
    day: formatDay(language, day),
    clauses: chips(ruleSet.deadlines[part].clauses),
  });

  return {
    year: String(year),
    ruleSetName: ruleSet.name[language],
    revision: { effectiveYear: String(effectiveYear), revision: ruleSet.revision },
    sha256,
    facts: [
      {
        value: points(norm.points),
        text: say("rules.fact.norm", {
          from: formatDayAndMonth(language, period.from),
          to: formatDayAndMonth(language, period.to),
        }),
        clauses: chips(norm.clauses),
      },
      {
        value: formatDayAndMonth(language, reportDue),
        text: say("rules.fact.report", { year: reportDue.slice(0, 4) }),
        clauses: chips(ruleSet.deadlines.report.clauses),
      },
      {
        value: formatDayAndMonth(language, summaryDue),
        text: say("rules.fact.summary", { year: summaryDue.slice(0, 4) }),
        clauses: chips(ruleSet.deadlines.summary.clauses),
      },
    ],
    ruleSetFact: {
      value: say("rules.fact.rule-set", { year: String(effectiveYear), revision: ruleSet.revision }),
      hash: shortHash(sha256),
    },
    forms: ruleSet.forms.map((form) => ({
      item: form.item ?? "",
      name: form.name[language],
      clauses: chips(form.clauses),
      points: formatNumber(language, form.weight),
      per: isPerActivity(form) ? say("rules.per-activity") : sayForm(voice, form),
    })),
    limits: sentencesOf("limits"),
    exemptions: ruleSet.exemptions.map(({ name, clauses }) => ({ name: name[language], clauses: chips(clauses) })),
    readingsOfExemptions,
    deadlines: [deadline("report", reportDue), deadline("summary", summaryDue)],
    sanctions: ruleSet.sanctions.map(({ name, term, makeUp, clauses }) => ({
      name: name[language],
      term: say("rules.sanction.term", { months: term.months }),
      makeUp: say(makeUp ? "rules.sanction.make-up" : "rules.sanction.no-make-up"),
      clauses: chips(clauses),
    })),
    unlisted: chips(ruleSet.unlisted.clauses),
    evidence: {
      text: say(ruleSet.evidence.required ? "rules.evidence.required" : "rules.evidence.not-required"),
      clauses: chips(ruleSet.evidence.clauses),
    },
    readings: ruleSet.interpretations.map(({ text, clauses }) => ({ text: text[language], clauses: chips(clauses) })),
    law: lawText ? lawView(language, year, lawText) : null,
    sentences: `/${language}/rules/${year}/sentences`,
    json: `/api/v1/rule-sets/${effectiveYear}`,
  };
}
