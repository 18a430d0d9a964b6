import { type RateLimiterAbstract, RateLimiterMemory } from "rate-limiter-flexible";

/** Makes a counter that forgets after so many seconds; each has a name of its own. */
export interface Counters {
  create(name: string, points: number, duration: number): RateLimiterAbstract;
  close(): Promise<void>;
}

/** Counters in the memory of this process: for the embedded store, which one process alone uses. */
export const countersInMemory = (): Counters => ({
  create: (keyPrefix, points, duration) => new RateLimiterMemory({ keyPrefix, points, duration }),
  close: async () => {},
});
