import { differential } from "./differential.ts";
import { arithmetic } from "../fixtures/arithmetic.ts";
import { calendar } from "../fixtures/calendar.ts";
import { conditions } from "../fixtures/conditions.ts";
import { dates } from "../fixtures/dates.ts";
import { texts } from "../fixtures/texts.ts";

differential("arithmetic", arithmetic);
differential("calendar", calendar);
differential("dates", dates);
differential("texts", texts);
differential("conditions", conditions);
