import type { RequestHandler } from "express";
import type { Language } from "../../engine/index.ts";
import type { Route } from "../http/route.ts";
import { messages } from "../language/messages.ts";
import type { SendPage } from "../pages/page.ts";
import { caseId } from "../recording/ids.ts";
import type { Services } from "../services.ts";
import { signedInOf } from "../sessions/signed-in.ts";
import type { CaseRecord, Chamber, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { caseAddress } from "./places.ts";
import { TONES } from "./year/list-line.ts";

interface OwnYear {
  chamber: Stored<Chamber>;
  kept: Stored<CaseRecord>;
}

/** The years of one consultant at one chamber. */
async function yearsAt(store: Store, chamber: Stored<Chamber>, consultant: string): Promise<OwnYear[]> {
  const years = await store.yearsOf(chamber.id);
  const cases = await Promise.all(years.map((year) => store.case(caseId(chamber.id, year, consultant))));
  return cases.flatMap((kept) => (kept ? [{ chamber, kept }] : []));
}

/** The years of a consultant, the newest first, at whichever chamber they were. */
async function yearsOf(store: Store, consultant: string): Promise<OwnYear[]> {
  const years = await Promise.all((await store.chambers()).map((chamber) => yearsAt(store, chamber, consultant)));
  return years.flat().sort((a, b) => b.kept.state.reportingYear - a.kept.state.reportingYear);
}

function line(language: Language, { chamber, kept }: OwnYear) {
  const say = messages(language);
  const { consultant, reportingYear, latest } = kept.state;
  return {
    href: caseAddress(language, chamber.id, reportingYear, consultant),
    text: say("my-years.year", { year: String(reportingYear) }),
    outcome: latest && say(`outcome.${latest.outcome}`),
    tone: latest ? TONES[latest.outcome] : "plain",
    chamber: chamber.state.name[language],
  };
}

/** A consultant's own years. */
export function createOwnYearsRoutes({ store }: Pick<Services, "store">, sendPage: SendPage): Route[] {
  const show: RequestHandler = async (_request, response) => {
    const language: Language = response.locals.language;
    const grants = signedInOf(response)?.account.state.grants ?? [];
    const own = [
      ...new Set(grants.flatMap(({ role, consultant }) => (role === "consultant" && consultant ? [consultant] : []))),
    ];
    const years = (await Promise.all(own.map((consultant) => yearsOf(store, consultant)))).flat();
    const title = messages(language)("my-years.title");
    response.set("Cache-Control", "no-store");
    sendPage(
      response,
      "chamber/years",
      { title, section: "my-years" },
      { years: years.map((each) => line(language, each)) },
    );
  };
  return [{ method: "get", path: "/:language/my-years", action: "case.read-own", handle: show }];
}
