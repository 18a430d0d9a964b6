/** How much the store keeps back from its files, and in memory; in bytes. */
export interface Limits {
  /** How far the journal may grow before the state's files are brought up to date. */
  checkpointBytes: number;
  /** How much of the cases that are not in use may stay in memory. */
  memoryBytes: number;
}

export const LIMITS: Limits = { checkpointBytes: 48 * 1024 * 1024, memoryBytes: 96 * 1024 * 1024 };
