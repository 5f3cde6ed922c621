/** Libraries: no project here has any, and clients ask. */
import type { Route } from "../http/route.ts";

/** The list, which is empty. */
export const libraryRoutes: readonly Route[] = [
  {
    at: "GET /api/v1/designer/projects/:id/libraries",
    handle: ({ builder, param }) => {
      builder.project(param("id"));
      return [];
    },
  },
];
