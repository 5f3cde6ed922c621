/** The registries of this machine, as the platform lists them. */
import {
  defaultRegistry,
  listRegistries,
  listVersions,
  localAccount,
  stableId,
  type RegistryRow,
} from "../../../registry/index.ts";
import { Refusal } from "../http/refusal.ts";
import type { Call, Route } from "../http/route.ts";

/** The default one is there even before anything is released into it. */
function registries({ builder }: Call): string[] {
  return [...new Set([defaultRegistry, ...listRegistries(builder.registriesRoot)])].sort();
}

function idOf(idn: string): string {
  return stableId("registry", idn);
}

/** One row a version; how many projects use it is counted here. */
function items(call: Call): RegistryRow[] {
  const { builder, param } = call;
  const registry = registries(call).find((idn) => idOf(idn) === param("id"));
  if (registry === undefined) {
    throw Refusal.notFound("registry", param("id"));
  }
  return listVersions(builder.registriesRoot, registry).map((row) => ({
    ...row,
    active_project_count: builder.state.projects.filter(
      (project) =>
        project.registry_idn === registry &&
        project.registry_item_idn === row.idn &&
        project.version === row.version,
    ).length,
  }));
}

/** Registries and their items. */
export const registryRoutes: readonly Route[] = [
  {
    at: "GET /api/v1/designer/registries",
    handle: (call) =>
      registries(call).map((idn) => ({
        id: idOf(idn),
        idn,
        account_id: localAccount.id,
        is_public: true,
      })),
  },
  { at: "GET /api/v1/designer/registries/:id/items", handle: items },
];
