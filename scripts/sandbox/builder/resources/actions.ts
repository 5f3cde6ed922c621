/** What skills may call. */
import { actionSignatures } from "../../platform/index.ts";
import type { Route } from "../http/route.ts";

/** Kind of an argument -> its type in JSON schema. */
const types: Readonly<Record<string, string>> = { list: "array", object: "object" };

/** The list of actions. */
export const actionRoutes: readonly Route[] = [
  {
    at: "GET /api/v1/script/actions",
    handle: () =>
      Object.entries(actionSignatures).map(([title, signature]) => ({
        title,
        idn: title,
        arguments: Object.fromEntries(
          Object.entries(signature.arguments).map(([name, kind]) => [
            name,
            { title: name, type: types[kind] ?? "string" },
          ]),
        ),
      })),
  },
];
