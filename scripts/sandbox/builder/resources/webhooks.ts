/** Webhooks: those the account offers, and those it calls. */
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call, type Route } from "../http/route.ts";
import type { WebhookRecord } from "../state/records.ts";

/** Refuses a second of the name. */
function add(webhooks: WebhookRecord[], webhook: WebhookRecord): Reply {
  if (webhooks.some(({ idn }) => idn === webhook.idn)) {
    throw Refusal.exists("webhook", webhook.idn);
  }
  webhooks.push(webhook);
  return Reply.created({ id: webhook.id });
}

function createOutgoing({ builder, fields }: Call): Reply {
  const body = fields();
  return add(builder.state.outgoingWebhooks, {
    id: builder.newId(),
    idn: body.idn(),
    description: body.textOr("description", ""),
    connector_idn: body.text("connector_idn"),
    url: body.text("url"),
    command_idns: body.texts("command_idns"),
  });
}

function createIncoming({ builder, fields }: Call): Reply {
  const body = fields();
  const webhookPathId = builder.newId();
  return add(builder.state.incomingWebhooks, {
    id: builder.newId(),
    idn: body.idn(),
    webhook_path_id: webhookPathId,
    description: body.textOr("description", ""),
    url: `https://hooks.newo.ai/${webhookPathId}`,
    connector_idn: body.text("connector_idn"),
    event_idns: body.texts("event_idns"),
    allowed_ips: body.texts("allowed_ips"),
  });
}

/** Both kinds. */
export const webhookRoutes: readonly Route[] = [
  { at: "GET /api/v1/webhooks", handle: ({ builder }) => builder.state.outgoingWebhooks },
  { at: "POST /api/v1/webhooks", handle: createOutgoing },
  { at: "GET /api/v1/webhooks/incoming", handle: ({ builder }) => builder.state.incomingWebhooks },
  { at: "POST /api/v1/webhooks/incoming", handle: createIncoming },
];
