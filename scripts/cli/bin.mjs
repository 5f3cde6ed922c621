#!/usr/bin/env node
// The sources are TypeScript; this makes Node load them as they are.
import { register } from "tsx/esm/api";

register();
const { main } = await import("./main.ts");
process.exitCode = await main();
