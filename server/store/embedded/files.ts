/** A file that is open. Positions and lengths are in bytes. */
export interface OpenFile {
  /** Reads into a buffer from its start; says how many bytes were read: fewer at the file's end. */
  read(into: Uint8Array, position: number): Promise<number>;
  /** Writes; says how many bytes were written, which may be fewer than were given. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  /** Waits until what was written, and the file's length, are on disk. */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
}

/** Every operation on files that the embedded store makes: what a test records, fails or cuts off. */
export interface Files {
  /** Opens for reading; refuses with `ENOENT` where there is none. */
  read(path: string): Promise<OpenFile>;
  /** Opens for reading and writing; refuses with `ENOENT` where there is none. */
  edit(path: string): Promise<OpenFile>;
  /** Makes a file and opens it; refuses with `EEXIST` where there is one. */
  create(path: string): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  /** Gives a file a second name; refuses with `EEXIST` where that name is taken. */
  link(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes a folder, and those above it; no matter if it is there. */
  makeFolder(path: string): Promise<void>;
  /** Waits until the names in a folder are on disk. */
  syncFolder(path: string): Promise<void>;
  /** How long a file is, in bytes, and when it was last written; refuses with `ENOENT` where there is none. */
  stat(path: string): Promise<{ bytes: number; writtenAt: Date }>;
  /** The names in a folder; none where there is no folder. */
  list(path: string): Promise<string[]>;
}
