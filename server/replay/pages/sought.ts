import type { Request, Response } from "express";
import type { Language } from "../../../engine/index.ts";
import type { LookedFor } from "../../store/records.ts";
import type { Finding } from "../finding.ts";
import type { Progress } from "../replay-run.ts";
import type { Asked } from "../replay-runs.ts";
import type { ReplayQuery } from "./replay-query.ts";

/** What an address seeks among what is recorded: what is run for it, and what is said of it when it is kept. */
export interface Sought<Result extends Progress> {
  language: Language;
  /** The address of its page, without a query. */
  address: string;
  query: ReplayQuery;
  /** The chamber that alone is looked at; null where the query chooses. */
  chamber: string | null;
  /** What it is kept as; null where it is not kept. */
  lookedFor: LookedFor | null;
  asked: Asked<Result>;
  findingOf(result: Result): Finding;
}

/** Reads what an address seeks. @throws {HttpError} 404 where there is no such thing. */
export type Seek<Result extends Progress, Found extends Sought<Result> = Sought<Result>> = (
  request: Request,
  response: Response,
) => Promise<Found>;
