/** From one appointment to the next with the arrow keys. */
import type { EntryShown } from "../sandbox/workbench/protocol.ts";

/**
 * The appointment that a key leads to: up and down within a lane, left and right to the nearest lane that has any.
 *
 * @param laneOf number of the lane an appointment stands in: its column, or its day
 * @returns null where there is none, and for any other key
 */
export function entryAt(
  key: string,
  from: EntryShown,
  entries: readonly EntryShown[],
  laneOf: (entry: EntryShown) => number,
): EntryShown | null {
  const way = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[key] ?? 0;
  const isAcross = key === "ArrowLeft" || key === "ArrowRight";
  const lane = laneOf(from);
  const order = [...entries].sort((one, other) => one.start - other.start);
  if (!isAcross) {
    const own = order.filter((entry) => laneOf(entry) === lane);
    return way === 0 ? null : (own[own.indexOf(from) + way] ?? null);
  }
  const distance = (entry: EntryShown): number => (laneOf(entry) - lane) * way;
  const beyond = order.filter((entry) => distance(entry) > 0);
  const nearest = Math.min(...beyond.map(distance));
  const [next] = beyond
    .filter((entry) => distance(entry) === nearest)
    .sort((one, other) => Math.abs(one.start - from.start) - Math.abs(other.start - from.start));
  return next ?? null;
}
