import type { Problem } from "../../../engine/index.ts";
import { problem } from "../../../engine/reading/problem.ts";

const LONGEST_TITLE = 200;

/** A text of one line without control characters. */
export const line = (text: string | null): string => (text ?? "").replace(/\p{Cc}+/gu, " ").trim();

/** What is wrong with a title: its field is `/title`. */
export const problemsOfTitle = (title: string): Problem[] => [
  ...(title === "" ? [problem("empty", "/title")] : []),
  ...(title.length > LONGEST_TITLE ? [problem("too-long", "/title", { limit: LONGEST_TITLE })] : []),
];
