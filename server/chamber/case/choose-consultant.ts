import type { Request, Response } from "express";
import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import type { CaseRecord, Consultant, Stored } from "../../store/records.ts";
import { addressOf, caseAddress, type Place } from "../places.ts";
import { backToYear } from "../year/back-to-year.ts";

/** How many consultants are shown: more than that, and the search has to be narrower. */
const MOST_SHOWN = 50;

const collator = new Intl.Collator("kk");
const lower = (text: string): string => text.toLocaleLowerCase("kk");

function found(consultants: readonly Stored<Consultant>[], search: string): Stored<Consultant>[] {
  const wanted = lower(search);
  return consultants
    .filter(({ id, state }) => id === search || lower(state.name).includes(wanted))
    .sort((a, b) => collator.compare(a.state.name, b.state.name));
}

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
  const matching = found(consultants, search);
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
      found: say("choose.found", { count: matching.length, shown: Math.min(matching.length, MOST_SHOWN) }),
      consultants: matching.slice(0, MOST_SHOWN).map(({ id, state }) => ({
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
