import { differential } from "./differential.ts";
import { shortForms, zoneHistory } from "../fixtures/short-forms.ts";

differential("short forms", shortForms);
differential("zones that differ between databases", zoneHistory);
