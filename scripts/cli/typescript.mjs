// Stands for TypeScript in the toolkit's bundle: as it is, without a copy of its two thousand names in each file.
import { createRequire } from "node:module";

export default createRequire(import.meta.url)("typescript");
