/** Whether the long forms of the tests are asked for: by `npm run test:soak`, or by the environment. */
export const SOAK = process.env.MODE === "soak" || process.env.QAGIDA_SOAK === "1";

/** The seed of a test that lets chance decide: another one in each run, or the one of a run to be repeated. */
export const seedOf = (): number => Number(process.env.QAGIDA_SEED ?? Date.now() % 1_000_000_000);
