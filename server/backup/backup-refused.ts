import type { Problem } from "../../engine/index.ts";
import { serverProblem } from "../problem.ts";

/** A backup that cannot be restored, or not there: says why. */
export class BackupRefused extends Error {
  override readonly name = "BackupRefused";
  readonly problem: Problem;

  constructor(
    code: "not-a-backup" | "backup-too-new" | "backup-torn" | "backup-altered" | "place-not-empty",
    params = {},
  ) {
    const problem = serverProblem(code, "", params);
    super(problem.message);
    this.problem = problem;
  }
}
