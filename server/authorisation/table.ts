import type { Role } from "../store/records.ts";
import type { Action } from "./actions.ts";

/** Who is asked about: everybody, signed in or not; whoever is signed in; or an account that holds a role. */
export type Subject = "everybody" | "signed-in" | Role;

/** Whose record it may be: an officer's own chamber, or what belongs to the account or the consultant themselves. */
export type Reach = "anybody's" | "of the own chamber" | "own";

/** Who may do what, with whose records. What does not stand here is denied. */
export const TABLE: Readonly<Record<Subject, Readonly<Partial<Record<Action, Reach>>>>> = {
  everybody: {
    "service.read": "anybody's",
    "rules.read": "anybody's",
    "report.check": "anybody's",
    "api.read": "anybody's",
    "api.evaluate": "anybody's",
    "session.start": "anybody's",
    "account.accept": "anybody's",
  },
  "signed-in": {
    "session.end": "own",
    "account.read-own": "own",
    "account.change-own": "own",
  },
  consultant: {
    "case.read-own": "own",
    "case.read": "own",
    "document.read": "own",
  },
  officer: {
    "chamber.list": "anybody's",
    "chamber.read": "of the own chamber",
    "chamber.export": "of the own chamber",
    "case.read": "of the own chamber",
    "document.read": "of the own chamber",
    "document.add": "of the own chamber",
    "consultant.add": "of the own chamber",
    "consultant.change": "of the own chamber",
    "decision.record": "of the own chamber",
    "decision.correct": "of the own chamber",
    "decision.upload": "of the own chamber",
    "sanction.impose": "of the own chamber",
    "replay.list": "anybody's",
    "replay.read": "of the own chamber",
    "replay.keep": "of the own chamber",
  },
  editor: {
    "draft.read": "anybody's",
    "draft.save": "anybody's",
    "draft.rebase": "anybody's",
    "draft.submit": "anybody's",
    "draft.remark": "anybody's",
    "draft.withdraw": "anybody's",
    "replay.list": "anybody's",
    "replay.read": "anybody's",
    "replay.keep": "anybody's",
  },
  member: {
    "draft.read": "anybody's",
    "draft.approve": "anybody's",
    "draft.object": "anybody's",
    "draft.lift-objection": "anybody's",
    "draft.remark": "anybody's",
    "draft.look": "anybody's",
    "replay.list": "anybody's",
    "replay.read": "anybody's",
    "replay.keep": "anybody's",
  },
  auditor: {
    "chamber.list": "anybody's",
    "chamber.read": "anybody's",
    "chamber.export": "anybody's",
    "case.read": "anybody's",
    "document.read": "anybody's",
    "draft.read": "anybody's",
    "replay.list": "anybody's",
    "replay.read": "anybody's",
    "replay.keep": "anybody's",
    "audit.read": "anybody's",
    "audit.export": "anybody's",
  },
  administrator: {
    "account.read": "anybody's",
    "account.invite": "anybody's",
    "account.change": "anybody's",
    "account.reset": "anybody's",
    "account.close": "anybody's",
    "account.reopen": "anybody's",
    "account.remove": "anybody's",
  },
};
