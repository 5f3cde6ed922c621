/** Archives of the whole account: given out, and taken in. */
import { zipArtifact } from "../../../artifact/index.ts";
import { exportAccount } from "../export.ts";
import { importPath, importSettings } from "../guesses.ts";
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call, type Route } from "../http/route.ts";
import { importArchive } from "../import.ts";

function give({ builder, query }: Call): Reply {
  const customer = query.get("customer_id") ?? builder.state.customer.id;
  if (customer !== builder.state.customer.id) {
    throw Refusal.notFound("customer", customer);
  }
  const tree = exportAccount(builder, {
    knowledge: query.get("export_akb") !== "false",
    attributes: query.get("export_customer_attributes") !== "false",
    without: query.getAll("exclude_projects_idn"),
    secrets: false,
  });
  return new Reply(200, zipArtifact(tree), "application/zip");
}

/** The two settings are those of the Builder's page and on unless they are switched off there. */
function take({ builder, query, bytes }: Call) {
  const on = (name: string): boolean => query.get(name) !== "false";
  return importArchive(builder, bytes, {
    clearsFlows: on(importSettings.clearsFlows),
    deletesAgents: on(importSettings.deletesAgents),
  });
}

/** Export and import. */
export const archiveRoutes: readonly Route[] = [
  { at: "POST /api/v2/designer/customer/export", reads: true, handle: give },
  { at: `POST ${importPath}`, handle: take },
];
