const LONGEST_NAME = 200;

/** The name of an uploaded file without a path and without what cannot be seen. */
export function documentName(given: string): string {
  const name = given.split(/[/\\]/).at(-1) ?? "";
  return (
    name
      .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
      .trim()
      .slice(-LONGEST_NAME) || "document"
  );
}
