/** How many rows one statement writes: their values stay below the 65,535 that it may have. */
const ROWS = 1000;

/** The rows in pieces that one statement can write. */
export function* inChunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += ROWS) yield rows.slice(at, at + ROWS);
}
