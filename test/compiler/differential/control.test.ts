import { differential } from "./differential.ts";
import { flow } from "../fixtures/flow.ts";
import { helpers } from "../fixtures/helpers.ts";
import { inlining } from "../fixtures/inlining.ts";
import { limits } from "../fixtures/limits.ts";
import { names } from "../fixtures/names.ts";
import { order } from "../fixtures/order.ts";

differential("control flow", flow);
differential("helpers", helpers);
differential("inlined helpers, defaults and tables", inlining);
differential("long loops, names that are indexes, arguments left out", limits);
differential("names", names);
differential("order of evaluation", order);
