import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedRuleSetSchema } from "../engine/published-schema.ts";
import { PROJECT_ROOT } from "./project-root.ts";

/** Writes the published schema of rule sets beside them: `npm run schema`. */

const file = join(PROJECT_ROOT, "rules", "rule-set.schema.json");
writeFileSync(file, `${JSON.stringify(publishedRuleSetSchema(), null, 2)}\n`);
