import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { type Finding, isReplay, type ReplayFinding, type ReproduceFinding } from "../../replay/finding.ts";
import { sayReproduced } from "../../replay/looking-back/reproduced-view.ts";
import { sayTally } from "../../replay/pages/impact-page.ts";
import { sayUnlike } from "../../replay/say-unlike.ts";
import { paint } from "../paint.ts";

/** How many differences are told; all of them stand in the JSON. */
const TOLD = 20;

/** What came of a reproduction, its differences first. */
function reproductionInWords(language: Language, { reproduced: { decisions }, list }: ReproduceFinding): string {
  const say = messages(language);
  const told = list.slice(0, TOLD).map((one) => paint("red", sayUnlike(language, one), process.stdout));
  const rest = list.length > TOLD ? [say("cli.reevaluate.more", { count: list.length - TOLD })] : [];
  const colour = list.length === 0 ? "green" : "red";
  return [...told, ...rest, paint(colour, sayReproduced(language, decisions, list.length), process.stdout)].join("\n");
}

/** What came of a replay: the sentence, and the flow. */
function replayInWords(language: Language, { replayed }: ReplayFinding): string {
  const lines = Object.entries(replayed.flows).map(
    ([flow, count]) => `${String(count).padStart(8)}  ${flow.replace(">", " → ")}`,
  );
  return [sayTally(language, replayed, true), ...lines].join("\n");
}

/** What looking back came to. */
export const findingInWords = (language: Language, finding: Finding): string =>
  isReplay(finding) ? replayInWords(language, finding) : reproductionInWords(language, finding);
