import { differential } from "./differential.ts";
import { flow } from "../fixtures/flow.ts";
import { helpers } from "../fixtures/helpers.ts";

differential("control flow", flow);
differential("helpers", helpers);
