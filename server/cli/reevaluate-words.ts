import type { Language } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import type { Impact } from "../replay/replay-recorded.ts";
import type { Reproduced } from "../replay/reproduce-task.ts";
import { sayUnlike } from "../replay/say-unlike.ts";
import { paint } from "./paint.ts";

/** How many differences are told; all of them stand in the JSON. */
const TOLD = 20;

/** What came of a reproduction, its differences first. */
export function reproductionInWords(language: Language, { decisions, unlike }: Reproduced): string {
  const say = messages(language);
  const told = unlike.slice(0, TOLD).map((one) => paint("red", sayUnlike(language, one), process.stdout));
  const rest = unlike.length > TOLD ? [say("cli.reevaluate.more", { count: unlike.length - TOLD })] : [];
  const verdict =
    unlike.length === 0
      ? paint("green", say("reproduce.all", { decisions }), process.stdout)
      : paint("red", say("reproduce.unlike", { decisions, unlike: unlike.length }), process.stdout);
  return [...told, ...rest, verdict].join("\n");
}

/** What came of a replay: the sentence, and the flow. */
export function impactInWords(language: Language, { tally }: Impact): string {
  const say = messages(language);
  const { cases, changed, refused, flows } = tally;
  const lines = Object.entries(flows).map(
    ([flow, count]) => `${String(count).padStart(8)}  ${flow.replace(">", " → ")}`,
  );
  const sentences = [say("impact.sentence", { cases, changed })];
  if (refused > 0) sentences.push(say("impact.sentence.refused", { refused }));
  return [sentences.join(" "), ...lines].join("\n");
}
