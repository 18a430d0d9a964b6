import type { Request } from "express";

/** The host and port of an address; null where it is none, as the Origin `null` of a page that hides where it is from. */
const hostOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).host : null);

const here = ({ protocol, host }: Request): string | null => hostOf(`${protocol}://${host}`);

/** The address within this site of the page that a request comes from, where its browser says so. */
export function refererHere(request: Request): string | null {
  const referer = request.get("Referer") ?? "";
  if (!URL.canParse(referer) || hostOf(referer) !== here(request)) return null;
  const { pathname, search } = new URL(referer);
  return pathname + search;
}

/**
 * Whether a form was sent by a page of this server. Browsers say so in `Sec-Fetch-Site`, or else in `Origin`, or else in
 * `Referer`: the first that is there counts. What says nothing is refused: every browser that can show these pages
 * sends at least one of them with a form. The scheme is not compared: a proxy in front may have ended TLS.
 */
export function isFromHere(request: Request): boolean {
  const site = request.get("Sec-Fetch-Site");
  if (site !== undefined) return site === "same-origin" || site === "none";
  const from = request.get("Origin") ?? request.get("Referer");
  return from !== undefined && hostOf(from) === here(request);
}
