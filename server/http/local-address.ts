const HERE = "http://here.invalid";

/**
 * An address of this site, as it was given, or null: what may lead anywhere else is not followed. Browsers read `//host`
 * and `/\host` as another site and drop tabs and line breaks, so the address is resolved as they do it.
 */
export function localAddress(given: string | null | undefined): string | null {
  if (!given?.startsWith("/") || !URL.canParse(given, HERE)) return null;
  const { origin, pathname, search } = new URL(given, HERE);
  const resolved = pathname + search;
  return origin === HERE && !resolved.startsWith("//") ? resolved : null;
}
