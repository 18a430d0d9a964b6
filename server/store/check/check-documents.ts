import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { surveyLog } from "../named-documents.ts";
import type { Store } from "../store.ts";

async function hashOf(content: Readable): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of content) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** Reads every document that the log names. */
export async function* checkDocuments(store: Store): AsyncGenerator<Problem> {
  const { documents } = await surveyLog(store.events());
  for (const document of documents) {
    const content = await store.document(document);
    if (content === null) yield serverProblem("document-missing", "", { document });
    else if ((await hashOf(content)) !== document) yield serverProblem("document-differs", "", { document });
  }
}
