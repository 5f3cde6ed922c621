/** Part of `npm run bench`: how many requests an action takes. */
import { measureRequests, requestLines } from "./requests.ts";

const lines = requestLines(await measureRequests());
process.stdout.write(`Requests\n${lines.map((line) => `  ${line}\n`).join("")}`);
