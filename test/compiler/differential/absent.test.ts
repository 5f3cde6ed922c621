import { differential } from "./differential.ts";
import { absent } from "../fixtures/absent.ts";

differential("properties that are undefined", absent);
