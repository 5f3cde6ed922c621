import { propertyBatches } from "./batches.ts";

propertyBatches(0, 5);
