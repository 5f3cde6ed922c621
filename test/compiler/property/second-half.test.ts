import { batchCount, propertyBatches } from "./batches.ts";

propertyBatches(Math.floor(batchCount / 2), batchCount);
