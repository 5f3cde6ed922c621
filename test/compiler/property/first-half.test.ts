import { batchCount, propertyBatches } from "./batches.ts";

propertyBatches(0, Math.floor(batchCount / 2));
