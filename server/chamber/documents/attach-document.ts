import { Readable } from "node:stream";
import { CaseError } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { documentId } from "../../recording/ids.ts";
import { Conflict } from "../../store/failures.ts";
import type { Actor } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { mediaTypeOf } from "./document-kinds.ts";
import { documentName } from "./document-name.ts";
import { LARGEST_DOCUMENT } from "./document-view.ts";

/** A file that was uploaded. */
export interface UploadedFile {
  name: string;
  content: Buffer;
}

/** @throws {CaseError} where the file is none that may be attached. */
function acceptedType({ content }: UploadedFile): string {
  const refuse = (code: string, params = {}): never => {
    throw new CaseError([serverProblem(code, "/file", params)]);
  };
  if (content.length === 0) return refuse("no-file");
  if (content.length > LARGEST_DOCUMENT) return refuse("document-too-large", { limit: LARGEST_DOCUMENT });
  return mediaTypeOf(content) ?? refuse("unfit-document");
}

/**
 * Keeps a document with a case. The same bytes with the same case are one document.
 * @throws {CaseError} where the file is empty, too large, or of a kind that is not taken.
 */
export async function attachDocument(
  store: Store,
  by: Actor,
  theCase: string,
  file: UploadedFile,
  submission: string,
): Promise<void> {
  const mediaType = acceptedType(file);
  const { sha256, bytes } = await store.keepDocument(Readable.from([file.content]));
  const state = { name: documentName(file.name), sha256, mediaType, bytes, case: theCase };
  const records = [{ kind: "document" as const, id: documentId(theCase, sha256), from: 0, state }];
  try {
    await store.commit({ action: "document.add", by, submission, records });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
