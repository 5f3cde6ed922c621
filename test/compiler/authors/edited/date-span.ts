// @run {"input":{"from":"2026-05-01","to":"2026-05-04"}}
// @advice dayNumber(range.from)
import { dayNumber } from "#sdk";

export function main(range: { from: string; to: string }): number {
  return dayNumber(range.to) - dayNumber(range.from);
}
