import type { Route } from "../../server/http/route.ts";
import { PEOPLE, type Person, SIGNED_IN } from "./people.ts";

const OFFICER: Person[] = ["the officer"];
const READERS: Person[] = ["the officer", "the auditor"];
const LOOKING_BACK: Person[] = ["the editor", "the member", "the auditor"];

/**
 * Who may reach what, said once more by hand and by addresses alone, so that an error in the table is found. The first
 * line that fits counts; a route that no line fits has to be added here.
 */
const SUMMARY: readonly [addresses: RegExp, people: readonly Person[]][] = [
  [/^get (\/|\/healthz|\/assets\/.*)$/, PEOPLE],
  [/^(get|post) \/api\/v1\//, PEOPLE],
  [/^get \/:language(\/rules.*|\/timeline.*|\/api)?$/, PEOPLE],
  [/^(get|post) \/:language\/check$/, PEOPLE],
  [/^(get|post) \/:language\/(sign-in|link\/:token)$/, PEOPLE],
  [/^post \/:language\/sign-out$/, SIGNED_IN],
  [/^(get|post) \/:language\/account(\/|$)/, SIGNED_IN],
  [/^(get|post) \/:language\/accounts(\/|$)/, ["the administrator"]],
  [/^get \/:language\/my-years$/, ["the consultant", "another consultant"]],
  [/^get \/:language\/chambers$/, [...READERS, "another chamber's officer"]],
  [/^post \/:language\/chambers\/:chamber\//, OFFICER],
  [/^get \/:language\/chambers\/:chamber\/.*\/(new|upload|correct)(\/(template\.csv|:upload(\/refused)?))?$/, OFFICER],
  [/^get \/:language\/chambers\/:chamber\/consultants\/:consultant$/, OFFICER],
  [/^get \/:language\/chambers\/:chamber\/:year\/:consultant(\/|$)/, [...READERS, "the consultant"]],
  [/^get \/:language\/chambers\/:chamber(\/|$)/, READERS],
  [/^get \/:language\/workspace\/new$/, ["the editor"]],
  [/^get \/:language\/workspace\/:draft\/(title|examples\/(new|recorded|:example\/edit))$/, ["the editor"]],
  [/^get \/:language\/workspace(\/|$)/, ["the editor", "the member", "the auditor"]],
  [/^post \/:language\/workspace\/:draft\/impact\/(stop|again)$/, ["the editor", "the member", "the auditor"]],
  [/^post \/:language\/workspace\/:draft\/review\/(submit|withdraw|rebase)$/, ["the editor"]],
  [/^post \/:language\/workspace\/:draft\/review\/(approve|object|lift|look)$/, ["the member"]],
  [/^post \/:language\/workspace\/:draft\/review\/remark$/, ["the editor", "the member"]],
  [/^post \/:language\/workspace\/(new$|:draft\/(title|edit|json|history|examples)(\/|$))/, ["the editor"]],
  [/^get \/:language\/looking-back$/, [...LOOKING_BACK, "the officer", "another chamber's officer"]],
  [/^(get|post) \/:language\/looking-back\/(.*\/)?:chamber(\/|$)/, [...LOOKING_BACK, "the officer"]],
  [/^(get|post) \/:language\/looking-back\//, LOOKING_BACK],
  [/^get \/:language\/audit(\/|$)/, ["the auditor"]],
];

/** The people who may reach a route. */
export function whoMayReach({ method, path }: Pick<Route, "method" | "path">): readonly Person[] {
  const line = SUMMARY.find(([addresses]) => addresses.test(`${method} ${path}`));
  if (!line) throw new Error(`say in test/authorisation/who-may-reach-what.ts who may reach: ${method} ${path}`);
  return line[1];
}
