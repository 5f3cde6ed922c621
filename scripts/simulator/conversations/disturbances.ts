/** What can go wrong between the module and a simulated salon, for people. */
import type { Disturbance } from "../../sandbox/conversations/index.ts";
import type { Fault } from "../api/index.ts";
import type { WrittenFault } from "./written.ts";

const kinds: readonly (readonly [kind: Fault["kind"], title: string])[] = [
  ["timeout-before", "No answer, and nothing was done"],
  ["timeout-after-commit", "No answer, but it was done"],
  ["reset", "The connection breaks before anything is done"],
  ["reset-after-commit", "The connection breaks after it was done"],
  ["html-403", "A firewall answers with a page (403)"],
  ["malformed-json", "The answer is cut off"],
  ["empty-body", "The answer is empty"],
  ["empty-list-for-object", "An empty list instead of an object"],
  ["numbers-as-text", "Numbers arrive as text"],
  ["unwrapped", "The answer lacks its envelope"],
];

const statuses: readonly (readonly [status: number, title: string])[] = [
  [429, "Too many requests (429)"],
  [401, "The tokens are refused (401)"],
  [500, "The server fails (500)"],
  [503, "The service is down (503)"],
];

/** All of them. */
export const disturbances: readonly Disturbance[] = [
  ...kinds.map(([kind, title]) => ({
    name: kind,
    title,
    fault: (request: string, times: number) => written(request, { fault: kind, times }),
  })),
  ...statuses.map(([status, title]) => ({
    name: `status-${String(status)}`,
    title,
    fault: (request: string, times: number) => written(request, { fault: "status", status, times }),
  })),
];

/** The name of the one that a planned fault is. */
export function disturbanceName(fault: Fault): string {
  return fault.kind === "status" ? `status-${String(fault.status)}` : fault.kind;
}

/** A path without its version, as planned faults name it. */
function written(request: string, fault: Omit<WrittenFault, "method" | "path">): WrittenFault {
  const [, method = "*", path = "/**"] = /^(GET|POST|PUT|DELETE) (\/\S*)$/u.exec(request) ?? [];
  return {
    method: method as NonNullable<WrittenFault["method"]>,
    path: path.replace(/^\/api\/v1/u, ""),
    ...fault,
  };
}
