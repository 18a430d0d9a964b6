import type { Files, OpenFile } from "./files.ts";

/** Writes all of the bytes, going on where the system took only a part of them. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    const written = await file.write(bytes.subarray(done), position + done);
    if (written === 0) throw Object.assign(new Error("nothing more could be written"), { code: "ENOSPC" });
    done += written;
  }
}

/** Reads so many bytes from a position on: fewer where the file ends before. */
export async function readAt(file: OpenFile, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const read = await file.read(bytes.subarray(done), position + done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}

/** Reads a whole file. */
export async function readWhole(files: Files, path: string): Promise<Buffer> {
  const file = await files.read(path);
  try {
    return await readAt(file, 0, await file.size());
  } finally {
    await file.close();
  }
}

export const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOENT";
