import type { MemoryDisk } from "./memory-disk.ts";

/** A disk as a machine finds it that has started again: a lock on it is of an earlier boot. */
export function afterRestart(disk: MemoryDisk): MemoryDisk {
  const lock = disk.read("/data/lock");
  if (lock) disk.put("/data/lock", Buffer.from(lock.toString().replace(/"boot":"[^"]*"/, '"boot":"earlier"')));
  return disk;
}
