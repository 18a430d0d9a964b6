const EVERY_MS = 150;

/** Tells on standard error how far the making of the country has come: as one line on a terminal, else at the end. */
export function telling(consultants: number): { show(told: number, instant: number): void; end(): void } {
  const { stderr } = process;
  const began = performance.now();
  let shownAt = 0;
  return {
    show(told, instant) {
      const now = performance.now();
      if (!stderr.isTTY || now - shownAt < EVERY_MS) return;
      shownAt = now;
      const month = new Date(instant).toISOString().slice(0, 7);
      stderr.write(`\r\u001b[KMaking a country of ${consultants} consultants: ${Math.floor(told * 100)} %, ${month}`);
    },
    end() {
      const seconds = (performance.now() - began) / 1000;
      const rate = Math.round(consultants / seconds);
      if (stderr.isTTY) stderr.write("\r\u001b[K");
      stderr.write(`Made a country of ${consultants} consultants in ${seconds.toFixed(1)} s (${rate} a second).\n`);
    },
  };
}
