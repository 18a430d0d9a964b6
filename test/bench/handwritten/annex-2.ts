/** An item of Annex 2: the points of one activity, and where they stand. */
export interface Item {
  points: number;
  clauses: readonly string[];
}

const item = (number: number, points: number): Item => ({ points, clauses: [`Annex 2, item ${number}`] });

/** The forms of Annex 2 of the Rules of 2022, written a second time by hand. */
export const ANNEX_2: ReadonlyMap<string, Item> = new Map([
  ["short-programme", item(1, 2)],
  ["seminar", item(2, 2)],
  ["course", item(3, 2)],
  ["talk", item(4, 3)],
  ["internship", item(5, 2)],
  ["degree-programme", item(6, 2)],
  ["teaching", item(7, 3)],
  ["degree", item(8, 6)],
  ["working-group", item(9, 3)],
  ["monograph", item(10, 5)],
  ["public-education", item(10, 5)],
  ["article", item(11, 1)],
  ["media-appearance", item(12, 1)],
]);

/** The points that a year asks for. Clause 7.2. */
export const NORM = 10;
