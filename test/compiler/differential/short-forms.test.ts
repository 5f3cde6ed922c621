import { differential } from "./differential.ts";
import { shortForms } from "../fixtures/short-forms.ts";

differential("short forms", shortForms);
