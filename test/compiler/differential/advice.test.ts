import { advice } from "../fixtures/advice.ts";
import { differential } from "./differential.ts";

differential("advice", advice);
