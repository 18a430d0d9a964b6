import type { CompiledRuleSet, SecondOpinion } from "../../../engine/index.ts";
import { decisionRecords } from "../../recording/decision-records.ts";
import { decisionSummary } from "../../recording/decision-summary.ts";
import { caseId, sanctionId } from "../../recording/ids.ts";
import type { Change, RecordChange } from "../../store/change.ts";
import type { Consultant } from "../../store/records.ts";
import { monthsAfter } from "../calendar/days.ts";
import { actorOf, type DemoAccount, languageOf } from "../demo-accounts.ts";
import { caseContent } from "../reports/case-content.ts";
import type { Weights } from "../reports/collect-points.ts";
import { yearContent } from "../reports/year-content.ts";
import { asKnownOn } from "../story/planned-absence.ts";
import type { Step, Story } from "../story/story.ts";
import type { Turn, YearPlan } from "../story/year-plan.ts";
import type { ConsultantLedger } from "./consultant-ledger.ts";
import { correctionReason } from "./correction-reason.ts";

/** What decides and confirms, and who records. */
export interface RecorderParts {
  rules: CompiledRuleSet;
  opinion: SecondOpinion;
  weights: Weights;
  /** The officer of each chamber, by its id. */
  officers: ReadonlyMap<string, DemoAccount>;
}

type OnYear<Kind extends Turn["do"]> = { plan: YearPlan; turn: Extract<Turn, { do: Kind }> };

/** Turns what happens in a story into changes of the store's records. Each decision is decided, and confirmed, here. */
export class Recorder {
  readonly #parts: RecorderParts;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
  }

  /**
   * The change that records a step of a story.
   * @throws {IntegrityError} where the second opinion does not confirm a decision.
   */
  async changeFor(story: Story, { day, at, deed }: Step, ledger: ConsultantLedger): Promise<Change> {
    const by = actorOf(this.#parts.officers.get(story.person.chamber.id) as DemoAccount);
    if (deed.do === "turn") {
      const { plan, turn } = deed;
      const change: Change =
        turn.do === "decide"
          ? await this.#decide(story, { plan, turn }, at, by, ledger)
          : { action: "sanction.impose", by, records: impose(story, { plan, turn }, ledger) };
      if (turn === plan.turns.at(-1)) ledger.close(plan.year);
      return change;
    }
    const action = deed.do === "register" ? "consultant.add" : "consultant.change";
    return { action, by, records: [register(story, day, ledger)] };
  }

  async #decide(
    story: Story,
    { plan, turn: { phase, day } }: OnYear<"decide">,
    at: number,
    by: Change["by"],
    ledger: ConsultantLedger,
  ): Promise<Change> {
    const { rules, opinion, weights } = this.#parts;
    const { person } = story;
    const before = ledger.years.get(plan.year);
    const shown = yearContent(plan, phase, day, weights, person);
    const { memberUntil, absences } = consultantOn(story, day, ledger);
    const history = ledger.historyBefore(plan.year);
    const sanctions = before?.content.sanctions ?? [];
    const content = caseContent(plan, day, shown, person, { memberUntil, absences, sanctions, history });
    const decision = rules.decide(content, { asOf: day, trace: true });
    await opinion.confirm(content, decision);
    const reason = before ? correctionReason(plan, phase)[languageOf(person.chamber)] : null;
    const action = before ? "decision.correct" : "decision.record";
    const from = ledger.versionOf("case", content.id as string);
    const toRecord = { chamber: person.chamber.id, consultantName: person.name, content, from, reason };
    const instant = new Date(at).toISOString();
    const records = decisionRecords(
      { ...toRecord, action, asOf: day, submission: "" },
      decision,
      before?.latest ?? null,
      by,
      instant,
    );
    ledger.decided(content, decision, decisionSummary(decision, (before?.latest.number ?? 0) + 1, instant));
    return { action, by, records, ...(reason ? { reason } : {}) };
  }
}

/** The consultant as the register has them on a day. */
function consultantOn({ person, absences }: Story, day: string, { suspensions }: ConsultantLedger): Consultant {
  const { name, chamber, memberSince, memberUntil } = person;
  const known = absences.map((absence) => asKnownOn(absence, day)).filter((absence) => absence !== null);
  return {
    name,
    chamber: chamber.id,
    memberSince,
    memberUntil: memberUntil !== null && memberUntil <= day ? memberUntil : null,
    absences: [...known, ...suspensions].sort((one, other) => (one.from < other.from ? -1 : 1)),
  };
}

function register(story: Story, day: string, ledger: ConsultantLedger): RecordChange {
  const { id } = story.person;
  return { kind: "consultant", id, from: ledger.versionOf("consultant", id), state: consultantOn(story, day, ledger) };
}

const SUSPENDED_MONTHS = 3;

/** The sanction that the last decision calls for; a suspension stands in the register as well. */
function impose(story: Story, { plan, turn }: OnYear<"impose">, ledger: ConsultantLedger): RecordChange[] {
  const { person } = story;
  const { sanction, day } = turn;
  const decided = ledger.years.get(plan.year);
  const id = caseId(person.chamber.id, plan.year, person.id);
  if (decided?.latest.sanctionDue !== sanction) throw new Error(`${id}: ${sanction} is imposed, but is not due`);
  const { latest } = decided;
  const content = {
    ...decided.content,
    sanctions: [...(decided.content.sanctions ?? []), { sanction, imposedOn: day }],
  };
  ledger.years.set(plan.year, { content, latest });
  const ofCase = {
    chamber: person.chamber.id,
    reportingYear: plan.year,
    consultant: person.id,
    consultantName: person.name,
  };
  const records: RecordChange[] = [
    { kind: "case", id, from: ledger.versionOf("case", id), state: { ...ofCase, content, latest } },
    {
      kind: "sanction",
      id: sanctionId(id, sanction),
      from: 0,
      state: { case: id, sanction, imposedOn: day, decision: latest.number },
    },
  ];
  if (sanction !== "suspension") return records;
  const to = monthsAfter(day, SUSPENDED_MONTHS);
  ledger.suspensions.push({ kind: "suspension", ground: "sanction", from: day, to });
  return [...records, register(story, day, ledger)];
}
