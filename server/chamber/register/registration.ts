import type { Request } from "express";
import { HttpError } from "../../http/http-error.ts";
import type { PublishedRules } from "../../published-rules.ts";
import { caseOfRegistry } from "../../recording/case-of-registry.ts";
import { yearToReport } from "../../report-check/new-report.ts";
import { reportOfCase } from "../../report-check/report-of-case.ts";
import { noRows, type TypedReport } from "../../report-check/typed-report.ts";
import type { Services } from "../../services.ts";
import type { Chamber, Consultant, Stored } from "../../store/records.ts";
import { findChamber, param } from "../places.ts";

/** The fields that a case does not have, by their names in the form. */
export const NUMBER = "/consultant/id";
export const NAME = "/name";
export const CHAMBER = "/chamber";

/** A consultant on a chamber's list, or one who is entered: none is kept then. */
export interface Registration {
  chamber: Stored<Chamber>;
  kept: Stored<Consultant> | null;
  /** The rules of the year that is reported on: they name the kinds of absence. */
  rules: PublishedRules | null;
}

const rulesOfRegister = ({ rules, today }: Pick<Services, "rules" | "today">): PublishedRules | null =>
  rules.inForce(yearToReport(rules, today()));

/** A consultant who is entered into the list of the chamber that the address names. */
export async function newRegistration(services: Services, request: Request): Promise<Registration> {
  return { chamber: await findChamber(services.store, request), kept: null, rules: rulesOfRegister(services) };
}

/** The consultant of the chamber, both named by the address. */
export async function findRegistration(services: Services, request: Request): Promise<Registration> {
  const chamber = await findChamber(services.store, request);
  const kept = await services.store.consultant(param(request, "consultant"));
  if (kept?.state.chamber !== chamber.id) throw new HttpError(404);
  return { chamber, kept, rules: rulesOfRegister(services) };
}

/** The form as it is first shown: filled in from the register. */
export function typedRegistration({ chamber, kept, rules }: Registration): TypedReport {
  if (!kept) return noRows();
  const { fields, rows } = reportOfCase(caseOfRegistry(kept, rules?.effectiveYear ?? 0), "", rules?.ruleSet ?? null);
  for (const name of ["/reportingYear", "/asOf"]) fields.delete(name);
  fields.set(NAME, kept.state.name).set(CHAMBER, chamber.id);
  return { fields, rows };
}
