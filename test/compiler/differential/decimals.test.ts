import { decimals } from "../fixtures/decimals.ts";
import { readDecimals } from "../fixtures/read-decimals.ts";
import { differential } from "./differential.ts";

differential("decimals", decimals);
differential("decimals that are read", readDecimals);
