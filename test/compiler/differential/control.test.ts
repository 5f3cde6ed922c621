import { differential } from "./differential.ts";
import { flow } from "../fixtures/flow.ts";
import { helpers } from "../fixtures/helpers.ts";
import { names } from "../fixtures/names.ts";
import { order } from "../fixtures/order.ts";

differential("control flow", flow);
differential("helpers", helpers);
differential("names", names);
differential("order of evaluation", order);
