/** The columns that make a record as it is answered. */
export const STORED = ["id", "version", "state"] as const;
