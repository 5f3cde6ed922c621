import { differential } from "./differential.ts";
import { actions } from "../fixtures/actions.ts";
import { parsing } from "../fixtures/parsing.ts";

differential("reading what comes from outside", parsing);
differential("actions", actions);
