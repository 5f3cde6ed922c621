import { decimals } from "../fixtures/decimals.ts";
import { differential } from "./differential.ts";

differential("decimals", decimals);
