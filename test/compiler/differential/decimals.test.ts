import { decimals } from "../fixtures/decimals.ts";
import { infinite } from "../fixtures/infinite.ts";
import { readDecimals } from "../fixtures/read-decimals.ts";
import { differential } from "./differential.ts";

differential("decimals", decimals);
differential("infinite numbers", infinite);
differential("decimals that are read", readDecimals);
