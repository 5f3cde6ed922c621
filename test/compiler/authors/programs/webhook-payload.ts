// @run {"input":"{\"event\":\"record.created\",\"resource\":\"record\",\"data\":{\"id\":12,\"client\":{\"name\":\"Ann Lee\",\"phone\":\"+1 (315) 555-0175\"},\"services\":[{\"id\":1,\"title\":\"Cut\",\"cost\":30},{\"id\":2,\"title\":\"Wash\",\"cost\":12.5}],\"datetime\":\"2026-12-01T10:30:00+01:00\"}}"}
// @run {"input":"{\"event\":\"record.deleted\",\"data\":{\"id\":13}}"}
// @run {"input":"not json"}
// @run {"input":"{\"event\":\"client.updated\"}"}
interface Service {
  id: number;
  title: string;
  cost: number;
}

interface WebhookRecord {
  id: number;
  client?: { name?: string; phone?: string } | null;
  services?: Service[];
  datetime?: string;
}

interface Webhook {
  event: string;
  resource?: string;
  data?: WebhookRecord;
}

type Parsed =
  | { kind: "created"; id: number; who: string; phone: string; total: number; titles: string }
  | { kind: "deleted"; id: number }
  | { kind: "ignored"; reason: string };

function parseBody(body: string): Webhook | null {
  try {
    return JSON.parse(body) as Webhook;
  } catch {
    return null;
  }
}

export function main(body: string): Parsed {
  const hook = parseBody(body);
  if (!hook) {
    return { kind: "ignored", reason: "malformed" };
  }
  const { event, data } = hook;
  switch (event) {
    case "record.created": {
      const services = data?.services ?? [];
      return {
        kind: "created",
        id: data?.id ?? 0,
        who: data?.client?.name ?? "unknown",
        phone: (data?.client?.phone ?? "").replace(/\D/g, ""),
        total: services.reduce((sum, { cost }) => sum + cost, 0),
        titles: services.map((s) => s.title).join(" + "),
      };
    }
    case "record.deleted":
      return { kind: "deleted", id: data?.id ?? 0 };
    default:
      return { kind: "ignored", reason: `unhandled ${event}` };
  }
}
