import { propertyBatches } from "./batches.ts";

propertyBatches(5, 10);
