/** The clauses of the Rules of 2022 that a decision names. */
export const PERIOD = ["7.1"];
export const MEMBERSHIP = ["7.2"];
export const NORM = ["3.2", "7.2"];
export const NORM_REQUIRED = ["7.2"];
export const LEAVE = ["7.4"];
export const OWN_SUSPENSION = ["7.4", "9.1"];
export const UNLISTED = ["3.1", "6.2 (2)"];
export const EVIDENCE = ["7.5"];
export const POINTS = ["7.3", "Annex 2"];
export const REPORT = ["3.2", "7.6"];
export const SANCTIONS = ["9.1"];
