/** @module The demo: one written conversation, played in front of a person. */
export { runDemo, type DemoResult } from "./run-demo.ts";
export { demoText } from "./show-demo.ts";
