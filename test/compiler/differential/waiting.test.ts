import { differential } from "./differential.ts";
import { gathered } from "../fixtures/gathered.ts";
import { waiting } from "../fixtures/waiting.ts";
import { waitingExpressions } from "../fixtures/waiting-expressions.ts";
import { waitingHelpers } from "../fixtures/waiting-helpers.ts";

differential("waiting for answers", waiting);
differential("async helpers", waitingHelpers);
differential("await inside of expressions", waitingExpressions);
differential("gathering and async functions in place", gathered);
