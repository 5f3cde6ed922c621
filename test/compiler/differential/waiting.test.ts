import { differential } from "./differential.ts";
import { waiting } from "../fixtures/waiting.ts";
import { waitingHelpers } from "../fixtures/waiting-helpers.ts";

differential("waiting for answers", waiting);
differential("async helpers", waitingHelpers);
