import type { Request, Response } from "express";
import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import type { CaseRecord, Stored } from "../../store/records.ts";
import { foundConsultants } from "../found-consultants.ts";
import { addressOf, caseAddress, type Place } from "../places.ts";
import { registerAddress } from "../register/places.ts";
import { backToYear } from "../year/back-to-year.ts";

const decidedIds = (cases: readonly Stored<CaseRecord>[]): ReadonlySet<string> =>
  new Set(cases.filter(({ state }) => state.latest).map(({ state }) => state.consultant));

/** The first step: whose report it is, found by name among the consultants of the chamber. */
export async function chooseConsultant(
  { store }: Pick<Services, "store">,
  sendPage: SendPage,
  place: Place,
  { query }: Request,
  response: Response,
): Promise<void> {
  const { chamber, year } = place;
  const language: Language = response.locals.language;
  const search = typeof query.q === "string" ? query.q.trim() : "";
  const [consultants, cases] = await Promise.all([store.consultantsOf(chamber.id), store.casesOf(chamber.id, year)]);
  const decided = decidedIds(cases);
  const { count, shown } = foundConsultants(consultants, search);
  const address = addressOf(language, chamber.id, year);
  const say = messages(language);
  sendPage(
    response,
    "chamber/choose",
    { title: say("choose.title", { year: String(year) }), section: "chambers" },
    {
      back: backToYear(language, place),
      address: `${address}/new`,
      search,
      register: registerAddress(language, chamber.id),
      found: say("choose.found", { count, shown: shown.length }),
      consultants: shown.map(({ id, state }) => ({
        id,
        name: state.name,
        decided: decided.has(id),
        href: decided.has(id)
          ? caseAddress(language, chamber.id, year, id)
          : `${address}/new?consultant=${encodeURIComponent(id)}`,
      })),
    },
  );
}
