/** What conversations are played with: the module as it runs in Node, and the simulated Altegio. */
import { moduleDefinition } from "../../module/index.ts";
import * as runtime from "../../module/runtime.ts";
import { simulator } from "../../scripts/simulator/index.ts";

export const triedModule = { module: { definition: moduleDefinition, runtime }, simulator } as const;
