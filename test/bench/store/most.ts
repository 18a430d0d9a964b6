/** How many a second are done by so many clients, each of which begins the next when the last is done. */
export async function most(
  clients: number,
  seconds: number,
  work: (number: number) => Promise<unknown>,
): Promise<{ perSecond: number; count: number }> {
  const began = performance.now();
  const end = began + seconds * 1000;
  let count = 0;
  let next = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      await work(next++);
      count++;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { perSecond: Math.round((count * 1000) / (performance.now() - began)), count: next };
}
