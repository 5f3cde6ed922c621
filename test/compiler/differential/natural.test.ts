import { differential } from "./differential.ts";
import { changing } from "../fixtures/changing.ts";
import { leaving } from "../fixtures/leaving.ts";
import { namedFunctions } from "../fixtures/named-functions.ts";
import { ordering } from "../fixtures/ordering.ts";
import { patterns } from "../fixtures/patterns.ts";
import { positions } from "../fixtures/positions.ts";
import { records } from "../fixtures/records.ts";
import { spreads } from "../fixtures/spreads.ts";

differential("changes in place", changing);
differential("choices and counters that are left", leaving);
differential("functions that have a name", namedFunctions);
differential("patterns", patterns);
differential("records of any name", records);
differential("spreads, names and divisions", spreads);
differential("order and methods of lists", ordering);
differential("positions in texts", positions);
