import { type FileHandle, link, mkdir, open, readdir, rename, stat, unlink } from "node:fs/promises";
import type { Files, OpenFile } from "./files.ts";

/** Only whoever runs the server reads what is kept: there are passwords' hashes in it. */
const OWN_FILE = 0o600;
const OWN_FOLDER = 0o700;

const openFile = (handle: FileHandle): OpenFile => ({
  read: async (into, position) => (await handle.read(into, 0, into.byteLength, position)).bytesRead,
  write: async (bytes, position) => (await handle.write(bytes, 0, bytes.byteLength, position)).bytesWritten,
  sync: () => handle.datasync(),
  truncate: (length) => handle.truncate(length),
  size: async () => (await handle.stat()).size,
  close: () => handle.close(),
});

async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return; // A folder cannot be opened there; NTFS logs its names by itself.
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function list(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** The files of this machine. */
export const NODE_FILES: Files = {
  read: async (path) => openFile(await open(path, "r")),
  edit: async (path) => openFile(await open(path, "r+")),
  create: async (path) => openFile(await open(path, "wx+", OWN_FILE)),
  rename,
  link,
  remove: unlink,
  makeFolder: async (path) => void (await mkdir(path, { recursive: true, mode: OWN_FOLDER })),
  syncFolder,
  stat: async (path) => {
    const { size, mtime } = await stat(path);
    return { bytes: size, writtenAt: mtime };
  },
  list,
};
