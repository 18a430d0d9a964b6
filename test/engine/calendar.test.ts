import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dayNumber,
  dayOf,
  daysBetween,
  isDay,
  isMonthDay,
  nextDay,
  previousDay,
} from "../../engine/calendar.ts";

const A_DAY = 86_400_000;
const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(2999, 11, 31);
const write = (time: number): string => new Date(time).toISOString().slice(0, 10);
const arbitraryTime = fc.integer({ min: 0, max: (LAST - FIRST) / A_DAY }).map((day) => FIRST + day * A_DAY);

describe("the calendar agrees with Date.UTC", () => {
  it("on every day from 1900 to 2999: it is a day, has its number, its neighbours and no others", () => {
    const first = dayNumber("1900-01-01");
    let before = "1899-12-31";
    for (let time = FIRST; time <= LAST; time += A_DAY) {
      const date = new Date(time);
      const day = dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
      const isRight =
        isDay(day) &&
        day > before &&
        dayNumber(day) === first + (time - FIRST) / A_DAY &&
        nextDay(before) === day &&
        addDays("1900-01-01", (time - FIRST) / A_DAY) === day &&
        addDays(day, (FIRST - time) / A_DAY) === "1900-01-01" &&
        previousDay(day) === before;
      if (!isRight) expect.unreachable(`${day} after ${before}`);
      before = day;
    }
    expect(before).toBe("2999-12-31");
  });

  it("on every text that looks like a day: 1900 to 2999, months 00 to 19, dates 00 to 39", () => {
    let days = 0;
    for (let year = 1899; year <= 3000; year++) {
      for (let month = 0; month <= 19; month++) {
        for (let date = 0; date <= 39; date += 1) {
          if (date > 0 && date < 28) continue;
          const text = `${year}-${`${month}`.padStart(2, "0")}-${`${date}`.padStart(2, "0")}`;
          const time = Date.UTC(year, month - 1, date);
          const exists = year >= 1900 && year <= 2999 && new Date(time).toISOString().startsWith(text);
          if (isDay(text) !== exists) expect.unreachable(text);
          if (exists) days++;
        }
      }
    }
    expect(days).toBe((LAST - FIRST) / A_DAY + 1 - 1100 * 12 * 27);
  });

  it("on the days between any two", () => {
    fc.assert(
      fc.property(arbitraryTime, arbitraryTime, (one, other) => {
        expect(daysBetween(write(one), write(other))).toBe((other - one) / A_DAY);
        expect(write(one) < write(other)).toBe(one < other);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("days that the calendar does not have", () => {
  it.each(["1900-02-29", "2100-02-29", "2200-02-29", "2023-02-29", "2024-02-30", "2024-04-31", "2024-06-31"])(
    "%s",
    (day) => {
      expect(isDay(day)).toBe(false);
    },
  );

  it.each(["2000-02-29", "2024-02-29", "2400-02-29", "1904-02-29"])("but %s exists", (day) => {
    expect(isDay(day)).toBe(true);
  });

  it("nothing but ten ASCII characters is a day", () => {
    const almost = fc
      .tuple(
        fc.constantFrom("2024-02-29", "1999-12-31"),
        fc.nat({ max: 9 }),
        fc.string({ unit: "binary", maxLength: 2 }),
      )
      .map(([day, at, put]) => day.slice(0, at) + put + day.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 12 }), almost), (text) => {
        expect(isDay(text)).toBe(
          /^\d{4}-\d{2}-\d{2}$/.test(text) && write(Date.parse(`${text}T00:00:00Z`) || 0) === text,
        );
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    "",
    "2024-2-1",
    "2024-02-1",
    " 2024-02-1",
    "2024-02-01T",
    "٢٠٢٤-٠٢-٠١",
    "2024–02–01",
    "+024-02-01",
    "-024-02-01",
  ])("%j is not a day", (text) => {
    expect(isDay(text)).toBe(false);
  });

  it("a day of every year is not 29 February", () => {
    expect(["01-01", "02-28", "12-31"].every(isMonthDay)).toBe(true);
    expect(["02-29", "2-15", "00-01", "13-01", "04-31", "", "2024-02-15"].some(isMonthDay)).toBe(false);
  });
});

describe("months later", () => {
  it.each([
    ["2025-01-31", 1, "2025-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-01-30", 1, "2024-02-29"],
    ["2024-01-29", 1, "2024-02-29"],
    ["2025-01-28", 1, "2025-02-28"],
    ["2100-01-31", 1, "2100-02-28"],
    ["2000-01-31", 1, "2000-02-29"],
    ["2025-03-31", 1, "2025-04-30"],
    ["2025-12-31", 1, "2026-01-31"],
    ["2025-11-30", 3, "2026-02-28"],
    ["2023-11-30", 3, "2024-02-29"],
    ["2025-12-15", 3, "2026-03-15"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2025-05-12", 120, "2035-05-12"],
    ["2025-05-12", 0, "2025-05-12"],
  ])("%s and %d months: %s", (day, months, later) => {
    expect(addMonths(day, months)).toBe(later);
  });

  it("the same date, or the last of a shorter month", () => {
    fc.assert(
      fc.property(arbitraryTime, fc.integer({ min: 0, max: 120 }), (time, months) => {
        const date = new Date(time);
        const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
        const expected = Math.min(date.getUTCDate(), last.getUTCDate());
        expect(addMonths(write(time), months)).toBe(
          `${last.toISOString().slice(0, 8)}${`${expected}`.padStart(2, "0")}`,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
