import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { countersInMemory } from "../../server/accounts/throttle/counters.ts";
import { networkOf } from "../../server/accounts/throttle/network-of.ts";
import { type Patience, Throttle } from "../../server/accounts/throttle/throttle.ts";
import { admitGuess, createThrottles } from "../../server/accounts/throttle/throttles.ts";
import { TooManyAttempts } from "../../server/accounts/throttle/too-many-attempts.ts";

const PATIENCE: Patience = { free: 3, firstWait: 10, longestWait: 60, forgetAfter: 3600 };
const START = Date.parse("2025-03-20T04:00:00Z");

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"], now: START }));
afterEach(() => vi.useRealTimers());

const later = (seconds: number): void => void vi.setSystemTime(Date.now() + seconds * 1000);

/** Null where the attempt is admitted, else how many seconds it has to wait. */
const waitOf = (attempt: Promise<unknown>): Promise<number | null> =>
  attempt.then(
    () => null,
    (error) => {
      if (error instanceof TooManyAttempts) return error.retryAfter;
      throw error;
    },
  );

const create = (): Throttle => new Throttle(countersInMemory(), "test", PATIENCE);

describe("attempts", () => {
  it("go through at once so many times, and then each after a wait that doubles up to the longest", async () => {
    const throttle = create();
    for (let attempt = 0; attempt < PATIENCE.free + 1; attempt++) expect(await waitOf(throttle.admit("a"))).toBeNull();
    for (const wait of [10, 20, 40, 60, 60]) {
      expect(await waitOf(throttle.admit("a"))).toBe(wait);
      later(wait - 1);
      expect(await waitOf(throttle.admit("a"))).toBe(1);
      later(1);
      expect(await waitOf(throttle.admit("a"))).toBeNull();
    }
  });

  it("do not slip through in a burst", async () => {
    const throttle = create();
    const waits = await Promise.all(Array.from({ length: 50 }, () => waitOf(throttle.admit("a"))));
    expect(waits.filter((wait) => wait === null)).toHaveLength(PATIENCE.free + 1);
  });

  it("are counted for each apart", async () => {
    const throttle = create();
    for (let attempt = 0; attempt < 9; attempt++) await waitOf(throttle.admit("a"));
    expect(await waitOf(throttle.admit("a"))).not.toBeNull();
    expect(await waitOf(throttle.admit("b"))).toBeNull();
  });

  it("that are refused make no wait longer", async () => {
    const throttle = create();
    for (let attempt = 0; attempt < 30; attempt++) await waitOf(throttle.admit("a"));
    later(10);
    expect(await waitOf(throttle.admit("a"))).toBeNull();
    expect(await waitOf(throttle.admit("a"))).toBe(20);
  });

  it("are forgotten after a while, and at once where that is said", async () => {
    const throttle = create();
    for (let attempt = 0; attempt < 6; attempt++) await waitOf(throttle.admit("a"));
    await throttle.forget("a");
    expect(await waitOf(throttle.admit("a"))).toBeNull();
    for (let attempt = 0; attempt < 6; attempt++) await waitOf(throttle.admit("a"));
    later(PATIENCE.forgetAfter);
    for (let attempt = 0; attempt < 3; attempt++) expect(await waitOf(throttle.admit("a"))).toBeNull();
  });
});

describe("guesses at a password", () => {
  it("are counted for an address, whatever the login", async () => {
    const throttles = createThrottles(countersInMemory());
    for (let guess = 0; guess < 31; guess++) await admitGuess(throttles, `login-${guess}`, "192.0.2.1");
    expect(await waitOf(admitGuess(throttles, "one-more", "192.0.2.1"))).toBe(5);
    expect(await waitOf(admitGuess(throttles, "one-more", "192.0.2.2"))).toBeNull();
  });

  it("that are right count neither for the login nor for the address", async () => {
    const throttles = createThrottles(countersInMemory());
    for (let guess = 0; guess < 100; guess++) {
      const succeeded = await admitGuess(throttles, "one", "192.0.2.1");
      await succeeded();
    }
  });

  it("are fewer than 100 a day on one login", async () => {
    const { login } = createThrottles(countersInMemory());
    let admitted = 0;
    for (let second = 0; second < 86_400; second += 5) {
      if ((await waitOf(login.admit("one"))) === null) admitted += 1;
      later(5);
    }
    expect(admitted).toBeLessThan(100);
  });
});

describe("the network that attempts are counted by", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
