const EVERY_MS = 200;

/** A line on standard error that tells how far a long run has come; nothing where that is not a terminal. */
export interface Progress {
  show(done: number): void;
  end(): void;
}

const SILENT: Progress = { show: () => {}, end: () => {} };

export function createProgress(): Progress {
  const { stderr } = process;
  if (!stderr.isTTY) return SILENT;
  const began = performance.now();
  let shownAt = began;
  return {
    show(done) {
      const now = performance.now();
      if (now - shownAt < EVERY_MS) return;
      shownAt = now;
      const rate = Math.round((done / (now - began)) * 1000);
      stderr.write(`\r\u001b[K${done.toLocaleString("en")} cases, ${rate.toLocaleString("en")} a second`);
    },
    end() {
      if (shownAt > began) stderr.write("\r\u001b[K");
    },
  };
}
