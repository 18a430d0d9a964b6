import type { Language } from "../../engine/index.ts";

/** Runs a command and sets the exit code; what it is refused for is told in this language. */
export type Run = (lang: Language, command: () => Promise<number>) => Promise<void>;
