/** @module What differs between two states of a module: working tree, build, zip, release, and what else is plugged in. */
export { compareReadings, type Comparison } from "./compare.ts";
export { proposeBump, type Bump } from "./propose-bump.ts";
export { readTree } from "./read-tree.ts";
export type { Reading, ReadingSource } from "./reading.ts";
export { renderComparison } from "./render-comparison.ts";
