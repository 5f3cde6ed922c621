/** `new tool`: see `scripts/new`. */
import { planTool } from "../../new/index.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { writeNew } from "../write-new.ts";

/** Exit code 2 for a name that is none, 1 for one that is taken. */
export const run: Implementation<Commands["new tool"]> = ({ json }, context) =>
  writeNew(planTool, json, context);
