import { hash, parseOptions } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { atMost } from "../../server/accounts/passwords/at-most.ts";
import { hashPassword, isOutdated, isPassword, PARAMETERS } from "../../server/accounts/passwords/hash-password.ts";
import { GREATEST_LENGTH, LEAST_LENGTH, passwordProblem } from "../../server/accounts/passwords/password-problem.ts";

const CONTEXT = ["aigerim.sadykova", "Айгерім Садықова", "almaty-city", "Алматы қаласының палатасы"];
const codeOf = (password: string): string | null => passwordProblem(password, CONTEXT)?.code ?? null;

describe("a new password", () => {
  it.each([
    "тауда қар ерте еріді",
    "correct horse battery staple",
    "x9!kq2 v7#mm p0z",
    "😀🦊🌵🎻🧭🪁🛶🥁🧩🪵🦔🫐🧄🪗🛠",
    "      б у р а н    ",
  ])("may be %s: any characters, and nothing is asked of their kinds", (password) => {
    expect(codeOf(password)).toBeNull();
  });

  it("has at least 15 characters, of whatever length in bytes, and at most 256", () => {
    const random = "q8w1zj5x0vk3bn7h";
    expect(codeOf(random.slice(0, LEAST_LENGTH - 1))).toBe("password-short");
    expect(codeOf(random.slice(0, LEAST_LENGTH))).toBeNull();
    expect(codeOf("😀".repeat(LEAST_LENGTH - 1))).toBe("password-short");
    const long = Array.from({ length: 200 }, (_, at) => `${at * 7919}`).join("ж");
    expect(codeOf(long.slice(0, GREATEST_LENGTH))).toBeNull();
    expect(codeOf(long.slice(0, GREATEST_LENGTH + 1))).toBe("password-long");
  });

  it.each(["1q2w3e4r5t6y7u8i", "1Q2W3E4R5T6Y7U8I", "ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ", "passwordpassword1"])(
    "is not %s, which is known or made of what is known",
    (password) => {
      expect(["password-known", "password-guessable"]).toContain(codeOf(password));
    },
  );

  it.each([
    "aaaaaaaaaaaaaaaaaaaa",
    "123456789012345678",
    "abcabcabcabcabcabc",
    "monkeydragonmonkey",
    "Qwerty123456!2024",
  ])("is not %s, which is soon guessed", (password) => {
    expect(codeOf(password)).toBe("password-guessable");
  });

  it.each([
    "aigerim.sadykova1",
    "айгерімсадықова1",
    "Almaty-City-Qagida",
    "қағида айгерім 2026",
    "sadykova.aigerim.77",
  ])("is not %s, which is the name of its owner, the chamber or this site", (password) => {
    expect(codeOf(password)).toBe("password-personal");
    expect(passwordProblem(password, [])?.code).not.toBe("password-short");
  });

  it("is examined soon, however long it is", () => {
    const started = performance.now();
    passwordProblem("ab1".repeat(GREATEST_LENGTH / 3), CONTEXT);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("the hash of a password", () => {
  it("is argon2id with the parameters of RFC 9106, and a salt of its own", async () => {
    const [one, other] = await Promise.all([hashPassword("тауда қар ерте"), hashPassword("тауда қар ерте")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$/);
    expect(parseOptions(one)).toMatchObject({ ...PARAMETERS, saltLen: 16 });
    expect(one).not.toBe(other);
  });

  it("is of every character: none is cut off", async () => {
    const long = "ұзақ құпиясөз ".repeat(18);
    const made = await hashPassword(long);
    expect(await isPassword(made, long)).toBe(true);
    expect(await isPassword(made, long.slice(0, -1))).toBe(false);
    expect(await isPassword(made, `${long.slice(0, -1)}x`)).toBe(false);
  });

  it("is the same however the keyboard puts the letters together", async () => {
    const made = await hashPassword("й ё ﬁ – composed");
    expect(await isPassword(made, "и\u0306 е\u0308 fi – composed")).toBe(true);
  });

  it("is outdated where it was made with other parameters", async () => {
    expect(isOutdated(await hashPassword("тауда қар ерте"))).toBe(false);
    const weaker = await hash("тауда қар ерте", { ...PARAMETERS, memoryCost: 19_456 });
    expect(isOutdated(weaker)).toBe(true);
    expect(isOutdated(await hash("x", { ...PARAMETERS, algorithm: 1 }))).toBe(true);
  });
});

describe("tasks that wait their turn", () => {
  it("run so many at a time, and go on after one that failed", async () => {
    const inTurn = atMost(2);
    let running = 0;
    let most = 0;
    const task = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
    };
    const failing = inTurn(async () => {
      throw new Error("failed");
    });
    await expect(failing).rejects.toThrow("failed");
    await Promise.all(Array.from({ length: 9 }, () => inTurn(task)));
    expect(most).toBe(2);
  });
});
