/** The module within Altegio's limits of 5 requests a second and 200 a minute, on a clock only a pause moves. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalog, setupStatus } from "../../attributes/index.ts";
import { openTheatre, type Theatre } from "../../scripts/sandbox/conversations/index.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "./tried-module.ts";

const facts = {
  services: ["Pedicure"],
  date: "2026-10-20",
  time: "10:00",
  full_name: "Nora Lindt",
  confirmed: true,
};
const runtimes = [
  ["in Node", "node"],
  ["in NSL", "nsl"],
] as const;

describe.each(runtimes)("with the limits in force, %s", (_, runtime) => {
  let theatre: Theatre<SalonService>;
  beforeAll(async () => {
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime, rateLimits: true });
  });
  afterAll(() => theatre.close());

  test("a publish, which sends more than five requests in a row, waits and loads everything", async () => {
    const stage = await theatre.open({ now: "2026-10-19T08:00:00Z" });
    const { customer } = stage.sandbox.account;
    expect(stage.service.altegio.requests.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    expect(customer.value(catalog.idn)).toContain("Pedicure");
    expect(customer.value(setupStatus.idn)).not.toMatch(/too many|busy|rate/iu);
    await stage.close();
  });

  test("a caller hears nothing of a limit that a pause keeps", async () => {
    const stage = await theatre.open({ now: "2026-10-19T08:00:00Z" });
    const caller = stage.sandbox.conversation({ externalId: "+4915198765432" });
    const say = (tool: string, more: object = {}) =>
      caller.say({ user: "Please.", agent: "One moment.", tool, facts: { ...facts, ...more } });
    const from = stage.service.altegio.requests.length;
    // With the catalogue gone, the first answer alone takes more than five requests.
    stage.sandbox.setAttribute(catalog.idn, "");
    const free = await say("altegio_check_availability_tool");
    expect(free.answers).toEqual([expect.stringMatching(/10:00/u)]);
    stage.pass(1);
    expect((await say("altegio_book_appointment_tool")).answers).toEqual([
      expect.stringContaining("The appointment is booked"),
    ]);
    expect(stage.service.calendar()).toHaveLength(1);
    const sent = stage.service.altegio.requests.slice(from);
    const refused = sent.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ method }) => method === "GET")).toBe(true);
    await stage.close();
  });

  test("a write that is refused for it is not sent again, and the caller is told", async () => {
    const stage = await theatre.open({ now: "2026-10-19T08:00:00Z" });
    const caller = stage.sandbox.conversation({ externalId: "+4915198765432" });
    // What others behind the same address send in this second: with free times and check, five.
    for (let sent = 0; sent < 3; sent += 1) {
      await fetch(`${stage.service.altegio.url}/api/v1/countries`);
    }
    const from = stage.service.altegio.requests.length;
    const told = await caller.say({
      user: "Yes.",
      agent: "I'm booking it now.",
      tool: "altegio_book_appointment_tool",
      facts,
    });
    const writes = stage.service.altegio.requests
      .slice(from)
      .filter(({ path }) => path.includes("/book_record/"));
    expect(writes.map(({ status }) => status)).toEqual([429]);
    expect(told.answers).toEqual([expect.stringMatching(/busy.*Nothing is booked/u)]);
    expect(stage.service.calendar()).toEqual([]);
    await stage.close();
  });
});
