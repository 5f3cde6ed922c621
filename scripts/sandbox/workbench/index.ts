/** @module The workbench: a session on the sandbox and the simulator, and the server of its page. */
export { serveWorkbench, type RunningWorkbench } from "./server.ts";
export { openWorkbench, type Workbench, type WorkbenchOptions } from "./workbench.ts";
