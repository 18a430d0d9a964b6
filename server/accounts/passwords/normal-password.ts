/** A password as it is hashed and compared: NFKC, so that every keyboard writes the same one (NIST SP 800-63B). */
export const normalPassword = (typed: string): string => typed.normalize("NFKC");

/** How many characters a password has: code points, as NIST SP 800-63B counts them. */
export const lengthOf = (password: string): number => [...password].length;
