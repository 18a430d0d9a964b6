import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { languageDocument } from "./docs/language-document.ts";
import { PROJECT_ROOT } from "./project-root.ts";

/** Writes the documentation of the rule language beside the rules. */

writeFileSync(join(PROJECT_ROOT, "rules", "LANGUAGE.md"), languageDocument());
