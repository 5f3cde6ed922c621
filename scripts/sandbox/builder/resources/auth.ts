/** Tokens and who they belong to. */
import { refreshPaths } from "../guesses.ts";
import type { Route } from "../http/route.ts";

/** Authentication and the customer's profile. */
export const authRoutes: readonly Route[] = [
  {
    at: "POST /api/v1/auth/api-key/token",
    open: true,
    reads: true,
    handle: ({ builder, headers }) => builder.tokens.forKey(headers["x-api-key"]),
  },
  ...refreshPaths.map((path): Route => ({
    at: `POST /api/v1/auth/${path}`,
    open: true,
    reads: true,
    handle: ({ builder, fields }) => builder.tokens.refresh(fields().text("refresh_token")),
  })),
  { at: "GET /api/v1/customer/profile", handle: ({ builder }) => builder.state.customer },
  { at: "GET /api/v1/account", handle: ({ builder }) => ({ id: builder.state.customer.id }) },
];
