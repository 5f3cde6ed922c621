/** What the agent is told of a caller's appointments after an operation, without a request. */
import { http } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import { recogniseCaller } from "../../../skills/appointments/recognise-caller.ts";
import type { Appointment } from "../../../skills/domain/appointment.ts";
import { tellAppointments } from "../../../skills/telling/tell-appointments.ts";
import { altegioServer, api, ok } from "../altegio-shapes.ts";
import { MemoryHost } from "../memory-host.ts";
import type { HostOptions } from "../memory-host.ts";
import { coloring, haircut, kept, record } from "../own-appointments.ts";
import { published, tokens } from "../published.ts";

const server = altegioServer();
const onPhone: HostOptions = { actors: { newo_voice: ["+13155550175"] } };
const now = "2026-09-18T20:04:05+00:00";

let customer: Record<string, string> = {};
beforeEach(async () => {
  customer = await published({ altegio_user_token: tokens.altegio_user_token });
  server.use(
    http.post(`${api}/company/:loc/clients/search`, () =>
      ok([{ id: 572, name: "James Smith", phone: "+13155550175" }]),
    ),
    http.get(`${api}/records/:loc`, () => ok([record])),
  );
});

/** The caller's list as it is from now on. */
const keep = (host: MemoryHost, ...entries: readonly Appointment[]): void => {
  for (const [field, text] of Object.entries(kept(...entries))) {
    host.persona.set(field, text);
  }
};
const hostWith = (entries: readonly Appointment[], options: HostOptions = onPhone): MemoryHost => {
  return new MemoryHost({ customer, ...options, persona: kept(...entries) });
};
/** What was told, without its moment. */
const told = (host: MemoryHost): readonly string[] =>
  host.events().map((event) =>
    String(event["sectionValue"])
      .replace(/^As of [^,]*, [^,]*, /u, "")
      .replace(/ Mention this only when it helps the caller\.$/u, ""),
  );

const booked = { ...coloring, written_at: now };
const theHaircut = "Haircut with James on Monday, September 21 at 12:00";
const theColoring = "Coloring with Anna on Wednesday, September 23 at 11:00";
const others = " If the caller has others, they were not made here, and only the team can change them.";

describe("tellAppointments", () => {
  it("adds what was booked to what the look has shown, and takes out what was cancelled", async () => {
    const host = hostWith([]);
    await recogniseCaller(host.context());
    const requests = host.calls("SendCommand").length;
    keep(host, booked);
    tellAppointments(host.context());
    tellAppointments(host.context());
    keep(host, { ...booked, status: "cancelled" });
    tellAppointments(host.context());
    const team = `${theHaircut} (only the team can change it)`;
    expect(told(host)).toEqual([
      `upcoming appointments of this caller: ${team}.`,
      `upcoming appointments of this caller: ${team}; ${theColoring}.`,
      `upcoming appointments of this caller: ${team}.`,
    ]);
    expect(host.calls("SendCommand")).toHaveLength(requests);
  });

  it("believes the look rather than an older entry", async () => {
    const host = hostWith([{ ...haircut, datetime: "2026-09-22T09:00:00-05:00" }]);
    await recogniseCaller(host.context());
    keep(host, { ...haircut, datetime: "2026-09-22T09:00:00-05:00" }, booked);
    tellAppointments(host.context());
    expect(told(host).at(-1)).toBe(`upcoming appointments of this caller: ${theHaircut}; ${theColoring}.`);
  });

  it("tells of what was made here where nothing was looked at, at most five at once", () => {
    const host = hostWith([booked]);
    tellAppointments(host.context());
    const many = Array.from({ length: 7 }, (_, index) => ({
      ...booked,
      number: index + 1,
      record_id: String(index + 1),
    }));
    keep(host, ...many);
    tellAppointments(host.context());
    keep(host, { ...booked, status: "cancelled" });
    tellAppointments(host.context());
    expect(told(host)).toEqual([
      `upcoming appointments of this caller: ${theColoring}.${others}`,
      `upcoming appointments of this caller: ${Array(5).fill(theColoring).join("; ")}; and 2 more later.${others}`,
      "No upcoming appointment that was made here is known of this caller as of Friday, September 18 at 15:04.",
    ]);
  });

  it.each([
    ["nothing was changed", [haircut], {}, onPhone],
    ["there is nothing", [], {}, onPhone],
    [
      "several people share the line",
      [booked],
      { project_attributes_setting_common_phone_numbers: "+13155550175" },
      onPhone,
    ],
    ["nothing is connected", [booked], { altegio_partner_token: "" }, onPhone],
  ])("says nothing when %s", (_, entries, account: Record<string, string>, options) => {
    customer = { ...customer, ...account };
    const host = hostWith(entries, options);
    tellAppointments(host.context());
    expect(told(host)).toEqual([]);
  });

  it("does not deny what was never confirmed", () => {
    const host = hostWith([{ ...booked, record_id: "", status: "unconfirmed" }]);
    tellAppointments(host.context());
    expect(told(host)).toEqual([
      `upcoming appointments of this caller: ${theColoring} (not confirmed).${others}`,
    ]);
    keep(host);
    tellAppointments(host.context());
    expect(told(host).at(-1)).toContain("No upcoming appointment that was made here is known");
  });

  it("tells a chat nothing of what a call has shown", async () => {
    const host = hostWith([]);
    await recogniseCaller(host.context());
    const chat = new MemoryHost({
      customer,
      actors: { newo_chat: ["x"], newo_voice: ["+13155550175"] },
      persona: { ...Object.fromEntries(host.persona), ...kept(booked) },
    });
    tellAppointments(chat.context());
    expect(told(chat)).toEqual([`upcoming appointments of this caller: ${theColoring}.${others}`]);
  });
});
