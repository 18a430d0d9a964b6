import { constants } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { NODE_FILES } from "../../store/embedded/node-files.ts";

async function using<Result>(handle: FileHandle, use: (handle: FileHandle) => Promise<Result>): Promise<Result> {
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

/** Writes a whole file so that it is there, and whole, when this is answered. */
export async function writeDurably(file: string, content: string | Uint8Array, mode: number): Promise<void> {
  const fresh = `${file}.${process.pid}.new`;
  await using(await open(fresh, "w", mode), async (handle) => {
    await handle.writeFile(content);
    await handle.sync();
  });
  await rename(fresh, file);
  await NODE_FILES.syncFolder(dirname(file));
}

/** Writes behind so many bytes of a file, in place of what follows them, and answers when it is on disk. */
export async function appendDurably(file: string, length: number, content: Uint8Array): Promise<void> {
  await using(await open(file, constants.O_RDWR | constants.O_CREAT, 0o644), async (handle) => {
    await handle.truncate(length);
    for (let done = 0; done < content.length; )
      done += (await handle.write(content, done, content.length - done, length + done)).bytesWritten;
    await handle.sync();
  });
  if (length === 0) await NODE_FILES.syncFolder(dirname(file));
}
