/** The longest id that is made; the engine takes 64 characters. */
const LONGEST = 50;

const MOST_WORDS = 8;

const kebab = (english: string): string =>
  english
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS)
    .join("-")
    .slice(0, LONGEST)
    .replace(/-$/, "");

/** An id made of an English name: small letters and hyphens, unlike the others; `otherwise` where it has no letter. */
export function newId(english: string, taken: ReadonlySet<string>, otherwise: string): string {
  const made = kebab(english) || otherwise;
  for (let number = 1; ; number++) {
    const id = number === 1 ? made : `${made}-${number}`;
    if (!taken.has(id)) return id;
  }
}
