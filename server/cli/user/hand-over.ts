import type { Language } from "../../../engine/index.ts";
import type { NewLink } from "../../accounts/links/new-link.ts";
import { readConfig } from "../../config.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import { write } from "../standard-output.ts";

export interface LinkOptions {
  /** The address of the site; the one that the server listens on unless it is given. */
  url?: string;
  lang: Language;
}

function siteAddress({ url }: LinkOptions): string {
  if (url) return url.replace(/\/+$/, "");
  const { host, port } = readConfig(process.env);
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Prints a link on standard output, and what to do with it on standard error. */
export async function handOver({ token, expiresAt }: NewLink, options: LinkOptions): Promise<void> {
  const { lang } = options;
  const say = messages(lang);
  process.stderr.write(`${say("link.shown.lead")} ${say("link.expires", { at: formatInstant(lang, expiresAt) })}\n`);
  await write(`${siteAddress(options)}/${lang}/link/${token}\n`);
}
