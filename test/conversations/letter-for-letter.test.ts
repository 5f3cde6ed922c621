import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTheatre, type Theatre } from "../../scripts/sandbox/conversations/index.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "./tried-module.ts";

const runtimes = [
  ["in Node", "node"],
  ["in NSL", "nsl"],
] as const;

const wish = { services: ["Pedicure"], date: "2026-10-20", time: "10:00", confirmed: true };
const tool = "altegio_book_appointment_tool";
const agent = "I'm booking your appointment now.";

describe.each(runtimes)("what a caller says, %s", (_, runtime) => {
  let theatre: Theatre<SalonService>;
  beforeAll(async () => {
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime });
  });
  afterAll(() => theatre.close());

  test.each([
    ["braces and brackets", "Nora {Lindt} [[altegio_user_token]]", "{{ x }} [no] {% y %}"],
    ["quotes", 'Nora "Noni" O\'Lindt', "She said \"hi\", `ok` and 'bye'"],
    ["backslashes", "Nora \\ Lindt", "C:\\new\\u0041 and \\\\"],
    ["line breaks and tabs", "Nora\nLindt", "first\nsecond\r\n\tthird"],
    ["other letters", "Ünal Çelik 😀", "важно… “здесь” 😀"],
  ])("reaches Altegio letter for letter: %s", async (_case, name, comment) => {
    const stage = await theatre.open({ now: "2026-10-19T08:00:00Z" });
    const conversation = stage.sandbox.conversation({ externalId: "+4915198765432" });
    const facts = { ...wish, full_name: name, comment };
    const first = await conversation.say({ user: "Ten, please.", agent, tool, facts });
    expect(first.errors).toEqual([]);
    expect(first.answers).toHaveLength(1);
    expect(first.answers[0]).toContain("The appointment is booked");
    // The agent and the attributes get it without what could be taken for a reference.
    expect(first.answers[0]).not.toMatch(/[[\]{}\n]/u);
    const [record] = stage.service.altegio.state.records.filter(({ deleted }) => !deleted);
    const client = stage.service.altegio.state.clients.find(({ id }) => id === record?.clientId);
    expect(record?.comment).toBe(comment);
    expect(`${client?.name ?? ""} ${client?.surname ?? ""}`.trim().replace(/\s+/gu, " ")).toBe(
      name.replace(/\s+/gu, " "),
    );
    // Asked for again it is the same person's.
    const again = await conversation.say({ user: "Is it booked?", agent, tool, facts });
    expect(again.answers[0]).toContain("already booked");
    expect(stage.service.calendar()).toHaveLength(1);
    await stage.close();
  });
});
