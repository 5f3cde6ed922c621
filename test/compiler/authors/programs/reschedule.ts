// @run {"input": {"bookingId": "b1", "newStart": "2025-09-02T10:00"}, "responses": [{"status": 200, "body": "{\"id\":\"b1\",\"start\":\"2025-09-01T10:00\",\"serviceId\":3,\"status\":\"confirmed\"}"}, {"status": 201, "body": "{\"id\":\"b2\",\"start\":\"2025-09-02T10:00\",\"serviceId\":3,\"status\":\"confirmed\"}"}, {"status": 204, "body": ""}]}
// @run {"input": {"bookingId": "b1", "newStart": "2025-09-02T10:00"}, "responses": [{"status": 200, "body": "{\"id\":\"b1\",\"start\":\"2025-09-01T10:00\",\"serviceId\":3,\"status\":\"cancelled\"}"}]}
// @run {"input": {"bookingId": "b1", "newStart": "2025-09-02T10:00"}, "responses": [{"status": 200, "body": "{\"id\":\"b1\",\"start\":\"2025-09-01T10:00\",\"serviceId\":3,\"status\":\"confirmed\"}"}, {"status": 201, "body": "{\"id\":\"b2\",\"start\":\"2025-09-02T10:00\",\"serviceId\":3,\"status\":\"confirmed\"}"}, {"status": 500, "body": ""}]}
import type { SkillContext } from "#sdk";

interface Booking {
  id: string;
  start: string;
  serviceId: number;
  status: string;
}

type Method = "GET" | "POST" | "DELETE";

const API = "https://api.example.com/bookings";

async function call<T>(ctx: SkillContext, method: Method, path: string, payload?: object): Promise<T> {
  const res = await ctx.send({
    method,
    url: API + path,
    body: payload ? JSON.stringify(payload) : "",
    authorization: "none",
  });
  if (res.status < 200 || res.status > 299) {
    throw new Error(`${method} failed with ${res.status}`);
  }
  return (res.body ? JSON.parse(res.body) : {}) as T;
}

export async function main(ctx: SkillContext, input: { bookingId: string; newStart: string }): Promise<Record<string, string | boolean | string[] | null>> {
  const steps: string[] = [];
  let created: Booking | undefined;

  try {
    const old = await call<Booking>(ctx, "GET", `/${input.bookingId}`);
    steps.push("loaded");
    if (old.status !== "confirmed") {
      throw new Error(`booking is ${old.status}`);
    }

    const { id: _id, ...copy } = old;
    created = await call<Booking>(ctx, "POST", "", { ...copy, start: input.newStart });
    steps.push("created");

    await call(ctx, "DELETE", `/${old.id}`);
    steps.push("deleted");
    return { success: true, newId: created.id, movedBy: old.start < created.start ? "later" : "earlier", steps };
  } catch (error) {
    const message = error instanceof Error ? error.message : "unknown error";
    return { success: false, message, duplicate: created?.id ?? null, steps };
  } finally {
    ctx.log(`reschedule: ${steps.join(" > ") || "nothing done"}`);
  }
}
