import { moduleDefinition } from "../../module/index.ts";
import { nodeProgram } from "../../scripts/sandbox/conversations/index.ts";
import { testFaultMatrix } from "./fault-matrix.ts";

testFaultMatrix(nodeProgram(moduleDefinition));
