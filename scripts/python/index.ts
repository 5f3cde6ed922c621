/** Prepares the machine: the one thing npm cannot install is Jinja2. */
export { ensurePython } from "./ensure-python.ts";
export { thisMachine, type Machine } from "./machine.ts";
