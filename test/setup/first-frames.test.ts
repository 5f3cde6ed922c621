/** Waits in the form of 0.0.1, met by the version that is now: one apology, and nothing of them is kept. */
import { expect, it } from "vitest";
import { firstFramePrefix, framePrefix } from "../../module/constants.ts";
import type { Act } from "../../scripts/sandbox/platform/account.ts";
import type { Sandbox } from "../../scripts/sandbox/platform/index.ts";
import { inBothRuntimes } from "./in-both-runtimes.ts";

const flow = "BookingFlow";
const first = "00000000-0000-4000-8000-000000000001";
const frame = '{"at":"_ask_1@42ea6f72","vars":{"during":"booking an appointment"},"up":null}';
const firstFrame = `${String(frame.length)}:${frame}`;

/** Makes of the one wait there is what 0.0.1 would have left: an attribute a request, and a target without a mark. */
function asFirstVersion({ account }: Sandbox): void {
  for (const persona of account.personas.values()) {
    const [line = ""] = persona.attributes.get(`${framePrefix}${flow}`)?.split("\n") ?? [];
    const [id = ""] = line.split(" ");
    if (id === "") {
      continue;
    }
    persona.attributes.delete(`${framePrefix}${flow}`);
    persona.attributes.set(`${firstFramePrefix}${first}`, firstFrame);
    for (const [key, act] of account.acts) {
      const target = String(act.arguments["targetAction"] ?? "");
      if (target.split("|")[3] === id) {
        const changed: Act = {
          ...act,
          arguments: { ...act.arguments, targetAction: `altegio|${flow}|${persona.id}|${first}` },
        };
        account.acts.set(key, changed);
      }
    }
  }
}

it("who waits across the update hears once that the outcome is not known, and the next question is answered", async () => {
  await inBothRuntimes({}, async ({ sandbox, publish }) => {
    await publish();
    const caller = sandbox.conversation({
      channel: "newo_voice/newo_voice_connector",
      externalId: "+4915198765432",
    });
    const held = sandbox.holdResults(({ personaId }) => personaId !== "");
    await caller.say({
      user: "A women's haircut with Anna on Thursday at eleven. Nora Lindt.",
      agent: "I'm booking your appointment now.",
      tool: "altegio_book_appointment_tool",
      facts: {
        services: ["Women's haircut"],
        staff: "Anna Becker",
        date: "2026-10-22",
        time: "11:00",
        full_name: "Nora Lindt",
        phone: "+4915198765432",
        confirmed: true,
      },
    });
    expect(held.events).not.toHaveLength(0);
    asFirstVersion(sandbox);
    const from = sandbox.events.length;
    const again = [...held.events];
    held.stop();
    held.release();
    await sandbox.settle();
    again.forEach((event) => {
      sandbox.deliver(event);
    });
    await sandbox.settle();
    const told = sandbox.events
      .slice(from)
      .filter(({ idn }) => idn === "urgent_message")
      .map((event) => String(event.arguments["baseInstruction"]));
    expect(told).toEqual([expect.stringContaining("its outcome is not known")]);
    const kept = [...sandbox.account.personas.values()].flatMap(({ attributes }) =>
      [...attributes.keys()].filter((idn) => idn.startsWith("altegio_frame")),
    );
    expect(kept).toEqual([]);
  });
});
