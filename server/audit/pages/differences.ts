import { differences as caseDifferences } from "../../chamber/case/differences.ts";
import { reportOfCase } from "../../report-check/report-of-case.ts";
import { noRows } from "../../report-check/typed-report.ts";
import type { CaseRecord, RecordKind, RecordStates } from "../../store/records.ts";
import type { Voice } from "./field-texts.ts";
import { SHOWN_FIELDS } from "./shown-fields.ts";

/** A field in which a state differs from the one before. */
export interface FieldDifference {
  field: string;
  before: string;
  after: string;
}

const NOTHING = "–";

function byFields<Kind extends RecordKind>(
  voice: Voice,
  kind: Kind,
  before: RecordStates[Kind] | null,
  after: RecordStates[Kind] | null,
): FieldDifference[] {
  return SHOWN_FIELDS[kind]
    .map(({ label, show }) => ({
      field: voice.say(`audit.field.${label}`),
      before: (before && show(before, voice)) || NOTHING,
      after: (after && show(after, voice)) || NOTHING,
    }))
    .filter((one) => one.before !== one.after);
}

/** What a case holds, by the fields of the form that it is entered with. */
function byForm(voice: Voice, before: CaseRecord | null, after: CaseRecord): FieldDifference[] {
  const inForce = voice.rules.inForce(after.reportingYear);
  if (!inForce) return [];
  const typed = (state: CaseRecord | null) => (state ? reportOfCase(state.content, "", inForce.ruleSet) : noRows());
  return caseDifferences(voice.language, inForce, typed(before), typed(after)).map(({ place, kept, entered }) => ({
    field: place,
    before: kept || NOTHING,
    after: entered || NOTHING,
  }));
}

/** In what a state differs from the one before, in words: nothing of secrets. */
export function stateDifferences<Kind extends RecordKind>(
  voice: Voice,
  kind: Kind,
  before: RecordStates[Kind] | null,
  after: RecordStates[Kind] | null,
): FieldDifference[] {
  const fields = byFields(voice, kind, before, after);
  if (kind !== "case" || after === null) return fields;
  return [...fields, ...byForm(voice, before as CaseRecord | null, after as CaseRecord)];
}
