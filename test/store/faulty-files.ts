import type { Files, OpenFile } from "../../server/store/embedded/files.ts";

/** What goes wrong: the disk is full, it fails, or it takes only a part: of this write, or of this one and no more. */
export type Fault = "ENOSPC" | "EIO" | "short write" | "short write, then ENOSPC" | "short write, then EIO";

const failure = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code });

/** Which write or sync fails, the first being number 0, and how. */
export interface Injected {
  write?: number;
  sync?: number;
  fault: Fault;
}

/** Files of which one write, or one sync, goes wrong; counts both. */
export class FaultyFiles {
  writes = 0;
  syncs = 0;
  /** Whether it has gone wrong by now. */
  struck = false;
  readonly #injected: Injected;
  readonly files: Files;

  constructor(files: Files, injected: Injected) {
    this.#injected = injected;
    this.files = {
      ...files,
      create: async (path) => this.#faulty(await files.create(path)),
      edit: async (path) => this.#faulty(await files.edit(path)),
    };
  }

  #faulty(file: OpenFile): OpenFile {
    return {
      ...file,
      write: (bytes, position) => this.#write(file, bytes, position),
      sync: async () => {
        if (this.syncs++ !== this.#injected.sync) return file.sync();
        this.struck = true;
        throw failure("EIO");
      },
    };
  }

  async #write(file: OpenFile, bytes: Uint8Array, position: number): Promise<number> {
    const number = this.writes++;
    const { write, fault } = this.#injected;
    const [first = "", then] = fault.split(", then ");
    if (number === write) {
      this.struck = true;
      if (first !== "short write") throw failure(first);
      return file.write(bytes.subarray(0, Math.ceil(bytes.byteLength / 3)), position);
    }
    if (write !== undefined && number === write + 1 && then) throw failure(then);
    return file.write(bytes, position);
  }
}
