import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../../engine/index.ts";
import { PROJECT_ROOT } from "../../server/project-root.ts";
import { recordDecision } from "../../server/recording/record-decision.ts";
import type { Services } from "../../server/services.ts";
import { actorOf } from "../../server/sessions/actor-of.ts";
import { consultant, OFFICER } from "./chamber-site.ts";

const SEMINARS = join(PROJECT_ROOT, "test", "cases", "five-seminars-fulfil-the-norm.json");
const { case: FULFILLED } = JSON.parse(readFileSync(SEMINARS, "utf8")) as { case: Case };

/** A case with so many seminars, of two points each. */
export const caseOf = (id: string, count: number, given: Partial<Case> = {}): Case => ({
  ...FULFILLED,
  consultant: { ...FULFILLED.consultant, id },
  activities: FULFILLED.activities.slice(0, count),
  ...given,
});

/** Records a decision on a case of so many seminars. */
export const recordSeminars = (
  services: Services,
  id: string,
  name: string,
  count: number,
  given: Partial<Case> = {},
) =>
  recordDecision(services, actorOf(OFFICER), {
    action: "decision.record",
    chamber: "almaty-city",
    consultantName: name,
    content: caseOf(id, count, given),
    asOf: "2025-03-01",
    from: 0,
    submission: `submission-${id}`,
    reason: null,
  });

/** More consultants of the chamber, by number. */
export const consultants = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    consultant(`c-2${String(at).padStart(4, "0")}`, { name: `Консультант ${String(at).padStart(4, "0")}` }),
  );
