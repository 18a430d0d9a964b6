import type { Request } from "express";
import type { Language } from "../../../engine/index.ts";
import { findChamber } from "../../chamber/places.ts";
import { messages } from "../../language/messages.ts";
import type { Chamber, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { chamberAddress, lookingBackAddress } from "./places.ts";

/** Whose past is looked back on: the country's, or one chamber's own. */
export interface Outlook {
  chamber: Stored<Chamber> | null;
  /** The address of its first page. */
  address: string;
}

/** Where the pages of an outlook are. */
export interface Ground {
  path: string;
  isOfChamber: boolean;
  /** The end of the address of a case in a replay: it names the chamber where the beginning does not. */
  casePath: string;
  outlook(store: Store, request: Request, language: Language): Promise<Outlook>;
}

const COUNTRY: Ground = {
  path: "/:language/looking-back",
  isOfChamber: false,
  casePath: ":chamber/:year/:consultant",
  outlook: async (_store, _request, language) => ({ chamber: null, address: lookingBackAddress(language) }),
};

const CHAMBER: Ground = {
  path: "/:language/looking-back/chambers/:chamber",
  isOfChamber: true,
  casePath: ":year/:consultant",
  outlook: async (store, request, language) => {
    const chamber = await findChamber(store, request);
    return { chamber, address: chamberAddress(language, chamber.id) };
  },
};

export const GROUNDS: readonly Ground[] = [COUNTRY, CHAMBER];

/** The way back to the first page: the chamber's name stands there where it is a chamber's. */
export const crumbsOf = (language: Language, { chamber, address }: Outlook) => {
  const title = messages(language)("looking-back.title");
  return [{ href: address, text: chamber ? `${title}: ${chamber.state.name[language]}` : title }];
};
