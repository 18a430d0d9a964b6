import { Worker } from "node:worker_threads";

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** A thread that answers one message after the other. While nobody waits for it, it keeps no process from its end. */
export class WorkingThread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #failure: Error | null = null;

  constructor(file: string) {
    this.#worker = new Worker(file);
    this.#worker.unref();
    this.#worker.on("message", (answer) => this.#next()?.resolve(answer));
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", (code) => this.#fail(new Error(`a working thread ended with ${code}`)));
  }

  /** Whether it has failed: it answers nothing any more. */
  get failed(): boolean {
    return this.#failure !== null;
  }

  tell(message: unknown): void {
    this.#worker.postMessage(message);
  }

  /**
   * Sends a message that is answered. Rejected where the thread has failed, or fails before.
   * @param handedOver what goes over to the thread instead of being copied.
   */
  ask(message: unknown, handedOver: readonly ArrayBuffer[] = []): Promise<unknown> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#waiting.length === 0) this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(message, handedOver);
    });
  }

  #next(): Waiting | undefined {
    const waiting = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#worker.unref();
    return waiting;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}
