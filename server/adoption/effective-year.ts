/**
 * The year from which an amendment is in force: from 1 January of the year after that of its adoption (clause 10.2).
 * @param adoptedOn the day of its adoption in Asia/Almaty, `YYYY-MM-DD`.
 */
export const effectiveYearOf = (adoptedOn: string): number => Number(adoptedOn.slice(0, 4)) + 1;
