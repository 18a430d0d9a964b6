const [RLO, RLI] = ["\u202e", "\u2067"];

/** The end of the payload: what is printed right behind it has to close the direction that it turned. */
const END = `gnp.live${RLI}Zz`;
export const NOT_CLOSED = `${END}(?!\u2069)`;

/** Everything that a text could do harm with, short enough for a name. */
export const HOSTILE = `=HYPERLINK("http://x.kz")'"><script>hostile=1</script><img src=x onerror=hostile=1>{{constructor}}{{{this}}}\${7*7}\u2028${RLO}${END}`;

/** Characters that files and databases cannot keep, as a browser that is none may send them in a form. */
export const UNKEEPABLE = {
  "the character U+0000": "a%00b",
  "half of a surrogate pair": "a%ED%A0%80b",
  "control characters": "a%01%08%0B%0C%1B%5B31m%7F%EF%BF%BEb",
  "broken UTF-8": "a%FF%C3b",
  "a new line and what could be a line of a log": "a%0D%0A%7B%22level%22:60%7D",
  "a broken escape": "a%zzb%",
};

/** What may stand where a param of an address stands. */
export const ADDRESSES = [
  encodeURIComponent(HOSTILE),
  "%00",
  "%FF%C3",
  "%zz",
  "..%2F..%2Fetc%2Fpasswd",
  "__proto__",
  "constructor",
  "%0D%0ASet-Cookie:x=1",
  "Z".repeat(6_000),
];
