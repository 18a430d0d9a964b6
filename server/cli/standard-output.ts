import { once } from "node:events";

/** Writes to standard output and waits where its reader is slower, so that memory does not grow. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}
