/** What a build that was killed has left in its output folder. */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** `.staging-<process>-...` of this version; without a process, and `.maps-`, of those before. */
const leftover = /^\.(?:staging|maps)-(?:(\d+)-)?/u;

/** Removes the folders whose process has ended; those of a build that runs at this moment stay. */
export function removeLeftovers(outDir: string): void {
  for (const name of readdirSync(outDir)) {
    const found = leftover.exec(name);
    if (found !== null && !isAlive(Number(found[1] ?? 0))) {
      rmSync(join(outDir, name), { recursive: true, force: true });
    }
  }
}

/** Whether a process with this number runs; 0 stands for one nobody knows. */
function isAlive(pid: number): boolean {
  if (pid === 0) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // One of another person's is there all the same.
    return (thrown as NodeJS.ErrnoException).code === "EPERM";
  }
}
