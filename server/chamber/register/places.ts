import { chamberAddress } from "../places.ts";

/** The address of the list of a chamber's consultants. */
export const registerAddress = (language: string, chamber: string): string =>
  `${chamberAddress(language, chamber)}/consultants`;

/** The address of a consultant on it. */
export const registrationAddress = (language: string, chamber: string, consultant: string): string =>
  `${registerAddress(language, chamber)}/${encodeURIComponent(consultant)}`;
