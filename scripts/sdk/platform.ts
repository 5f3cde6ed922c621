/** The platform's view where no parameter has it: in what an instance was given it for. There is one, and it is no value. */
import type { SkillContext } from "./types.ts";

/** What `ctx` is in a method that keeps it in a field; only the compiler ever reads this. */
export declare const platform: SkillContext;
