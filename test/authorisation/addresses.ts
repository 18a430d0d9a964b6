/** What stands for each param of an address: the records of the consultant and of the officer's chamber. */
const PARAMS: Readonly<Record<string, string>> = {
  language: "en",
  chamber: "almaty-city",
  year: "2024",
  consultant: "c-00001",
  number: "1",
  account: "somebody",
  clause: "3.2",
  seq: "0",
  file: "qagida.css",
  token: "A".repeat(43),
  session: "0".repeat(64),
  ruleSet: "0".repeat(64),
  draft: "amendment",
  section: "amounts",
  part: "norm",
  example: "five-seminars",
  document: "0".repeat(64),
  set: "2022-1",
  day: "2025-03-01",
  result: "0".repeat(16),
  upload: "0".repeat(64),
};

/** An address that the pattern of a route stands for. */
export const addressOf = (path: string): string =>
  path.replaceAll(/[:*](\w+)/g, (_, param: string) => {
    const value = PARAMS[param];
    if (value === undefined)
      throw new Error(`say in test/authorisation/addresses.ts what stands for the param ${param}`);
    return value;
  });

/** Whose record the address of a pattern names, told from the pattern alone. */
export const namedIn = (path: string): Record<string, string> =>
  Object.fromEntries(
    ["chamber", "consultant", "account"]
      .filter((param) => path.includes(`/:${param}`))
      .map((param) => [param, PARAMS[param] as string]),
  );
