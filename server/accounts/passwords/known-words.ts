import common from "@zxcvbn-ts/language-common";

/** What is typed here where a list made elsewhere has `password` and `qwerty`. */
const LOCAL = [
  "құпиясөз",
  "құпия",
  "пароль",
  "йцукен",
  "йцукенгшщзхъ",
  "фывапролджэ",
  "ячсмить",
  "қазақстан",
  "казахстан",
  "kazakhstan",
  "qazaqstan",
  "алматы",
  "almaty",
  "астана",
  "astana",
  "шымкент",
  "shymkent",
  "консультант",
  "палата",
  "алқа",
  "коллегия",
];

/** The name of this site, in each of its writings. */
const SITE = ["qagida", "қағида", "кагида"];

const LEAST_WORD = 3;

/** Passwords that have been seen in leaks, and words that come to everybody's mind; in lower case. */
export const KNOWN_PASSWORDS: ReadonlySet<string> = new Set([...common.dictionary["passwords-common"], ...LOCAL]);

/** The words that somebody who aims at an account would try first: of its login, its owner's name, and this site. */
export function wordsOfContext(texts: readonly string[]): ReadonlySet<string> {
  const given = texts.map((text) => text.normalize("NFKC").toLowerCase());
  const words = given.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  return new Set([...words, ...SITE].filter((word) => word.length >= LEAST_WORD));
}
