import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "#sdk";
import { findAppointments } from "../../../skills/appointments/find-appointments.ts";
import { recogniseCaller } from "../../../skills/appointments/recognise-caller.ts";
import { altegioServer, api, denial, ok } from "../altegio-shapes.ts";
import { momentsIn } from "../answer-kinds.ts";
import { kindsOf } from "../judge.ts";
import { MemoryHost } from "../memory-host.ts";
import type { HostOptions } from "../memory-host.ts";
import { haircut, kept, record } from "../own-appointments.ts";
import { published, tokens } from "../published.ts";

const server = altegioServer();

const james = { id: 572, name: "James Smith", phone: "+13155550175" };
const onPhone: HostOptions = { actors: { newo_voice: ["+13155550175"] } };

let customer: Record<string, string> = {};
beforeEach(async () => {
  customer = await published({ altegio_user_token: tokens.altegio_user_token });
  clients(() => ok([james]));
  records(() => ok([record]));
});

function clients(answer: (value: string) => unknown): void {
  server.use(
    http.post(`${api}/company/:loc/clients/search`, async ({ request }) => {
      const body = (await request.json()) as { filters: { state: { value: string } }[]; fields: string[] };
      expect(body.fields).toEqual(["id", "name", "phone"]);
      return answer(body.filters[0]?.state.value ?? "") as never;
    }),
  );
}
const records = (answer: (query: URLSearchParams) => unknown): void =>
  server.use(
    http.get(`${api}/records/:loc`, ({ request }) => answer(new URL(request.url).searchParams) as never),
  );

const toolEvent = {
  ...{ idn: "altegio_find_appointments_tool", arguments: {} },
  ...{ integrationIdn: "system", connectorIdn: "system" },
};

const hostWith = (generated: JsonObject, options: HostOptions = onPhone): MemoryHost =>
  new MemoryHost({ customer, generated, ...options });
/** The kinds of the answer, and the appointments it names. */
async function told(host: MemoryHost): Promise<readonly string[]> {
  await findAppointments(host.context(), toolEvent);
  expect(host.searchable()).not.toMatch(/partner-secret|user-secret/u);
  const answer = host.answer();
  expect(answer).not.toMatch(/4564|2820023|572|3155550175|https?:|<html/u);
  return [...kindsOf(answer), ...momentsIn(answer)];
}

/** The haircut of the records, told. */
const theHaircut = ["appointments", "09-21 12:00"];

describe("findAppointments", () => {
  it("tells a caller what is planned under the number of the call", async () => {
    let asked: URLSearchParams | undefined;
    records((query) => {
      asked = query;
      return ok([record]);
    });
    const host = hostWith({});
    expect(await told(host)).toEqual(theHaircut);
    expect(host.answer()).toContain("only the team");
    expect(Object.fromEntries(asked ?? [])).toEqual({
      client_id: "572",
      start_date: "2026-09-18",
      end_date: "2027-09-18",
      page: "1",
      count: "200",
    });
    const own = hostWith({}, { ...onPhone, persona: kept(haircut) });
    expect(await told(own)).toEqual(theHaircut);
    expect(own.answer()).not.toContain("only the team");
  });

  it("leaves out what is past, deleted, missed or somebody else's", async () => {
    records(() =>
      ok([
        { ...record, date: "2026-09-18 15:04:00" },
        { ...record, deleted: "1" },
        { ...record, attendance: -1 },
        { ...record, attendance: 1 },
        { ...record, client: { id: 573 } },
        { ...record, date: "2026-09-29 09:30:00", client: [] },
        { ...record, date: "2026-09-29 10:30:00", client: null },
        { ...record, date: "2026-09-29 11:30:00", client: { id: "" } },
        { ...record, date: "2026-09-30 09:30:00", staff: [] },
        { ...record, date: "2026-09-18 15:05:00", attendance: 0 },
      ]),
    );
    expect(await told(hostWith({}))).toEqual(["appointments", "09-18 15:05", "09-30 09:30"]);
  });

  it("looks as far as the setting says", async () => {
    let end: string | null = "";
    records((query) => {
      end = query.get("end_date");
      return ok([{ ...record, date: "2026-09-26 10:00:00" }]);
    });
    customer = { ...customer, altegio_existing_appointments_search_days: "7" };
    expect(await told(hostWith({}))).toEqual(["nothing planned"]);
    expect(end).toBe("2026-09-25");
  });

  /** A search that finds the numbers holding what is searched for, as the business has written them. */
  function written(rows: readonly { readonly id: unknown; readonly phone: string }[]): readonly string[] {
    const values: string[] = [];
    clients((value) => {
      values.push(value);
      return ok(rows.filter(({ phone }) => phone.replace(/\D/gu, "").includes(value)));
    });
    return values;
  }

  it("finds every spelling of the number at once, and compares exactly", async () => {
    const values = written([
      { ...james, id: 1, phone: "+443155550175" },
      { ...james, phone: "(315) 555-0175" },
      { ...james, id: 573, phone: "13155550175" },
    ]);
    records((query) =>
      ok([
        query.get("client_id") === "572"
          ? record
          : { ...record, date: "2026-09-30 09:30:00", client: { id: 573 } },
      ]),
    );
    const host = hostWith({});
    expect(await told(host)).toEqual(["appointments", "09-21 12:00", "09-30 09:30"]);
    expect(values).toHaveLength(1);
    expect(host.calls("SendCommand")).toHaveLength(3);
  });

  it("denies an appointment only after a search that shows the number, or both", async () => {
    for (const rows of [[], [james], [{ ...james, phone: "+443155550175" }]]) {
      const values = written(rows);
      records(() => ok([]));
      expect(await told(hostWith({}))).toEqual(["nothing planned"]);
      expect(values).toHaveLength(rows[0] === james ? 1 : 2);
      const session = hostWith({});
      await recogniseCaller(session.context());
      expect(JSON.stringify(session.events())).toContain(
        rows[0] === james ? "no upcoming appointment" : "[]",
      );
    }
  });

  it("looks at all cards of a person", async () => {
    written(Array.from({ length: 6 }, (_, index) => ({ ...james, id: 600 + index })));
    records((query) => ok(query.get("client_id") === "605" ? [{ ...record, client: { id: 605 } }] : []));
    expect(await told(hostWith({}))).toEqual(theHaircut);
  });

  it("denies nothing where not everything could be looked at", async () => {
    const quiet = { ...record, date: "2026-01-01 10:00:00" };
    written(Array.from({ length: 30 }, (_, index) => ({ ...james, id: 600 + index })));
    records(() => ok([]));
    const cards = hostWith({});
    expect(await told(cards)).toEqual(["not looked up"]);
    expect(cards.calls("SendCommand").length).toBeLessThanOrEqual(12);
    clients(() => ok([james, ...Array.from({ length: 49 }, (_, id) => ({ id, name: "x", phone: "+1" }))]));
    expect(await told(hostWith({}))).toEqual(["not looked up"]);
    written([james]);
    records(() => ok(Array.from({ length: 200 }, () => quiet)));
    const page = hostWith({});
    expect(await told(page)).toEqual(["not looked up"]);
    await recogniseCaller(page.context());
    expect(page.answers()).toHaveLength(1);
    records(() => ok([{ ...record, client: [] }]));
    expect(await told(hostWith({}))).toEqual(["not looked up"]);
    records(() => ok([{ ...record, client: null }]));
    expect(await told(hostWith({}))).toEqual(["nothing planned"]);
    records(() => ok([...Array.from({ length: 199 }, () => quiet), record]));
    const full = hostWith({});
    expect(await told(full)).toEqual(theHaircut);
    expect(full.answer()).toContain("there may be more");
  });

  it("takes no client whose id is no number", async () => {
    for (const id of ["572&client_id=1", "../1", "", null]) {
      const values = written([{ ...james, id: id as string }]);
      const host = hostWith({});
      expect(await told(host)).toEqual(["not looked up"]);
      expect(values).toHaveLength(2);
      expect(host.calls("SendCommand")).toHaveLength(2);
    }
  });

  it("takes two national forms of a mobile for one number", async () => {
    written([{ ...james, phone: "+52 1 55 1234 5678" }]);
    expect(await told(hostWith({}, { actors: { newo_voice: ["+525512345678"] } }))).toEqual(theHaircut);
    written([{ ...james, phone: "+52 55 1234 5678" }]);
    expect(await told(hostWith({}, { actors: { newo_voice: ["+5215512345678"] } }))).toEqual(theHaircut);
  });

  it("does not deny what it is not allowed to see", async () => {
    clients(() => ok([{ ...james, phone: "" }]));
    expect(await told(hostWith({}))).toEqual(["no access"]);
    clients(() => ok([james]));
    records(() => ok([{ ...record, date: "soon" }]));
    expect(await told(hostWith({}))).toEqual(["no answer"]);
  });

  it("asks for a name where the number proves nothing", async () => {
    const unproven: readonly HostOptions[] = [
      { actors: { newo_chat: ["x"] } },
      { actors: { newo_chat: ["x"], twilio_messenger: ["+13155550175"] } },
      { actors: { telegram: ["1"], newo_voice: ["+13155550175"] } },
      { user: { phone: "+13155550175" } },
      { actors: { newo_voice: ["+13155550199"] } },
    ];
    for (const options of unproven) {
      const host = hostWith({ phone: "315 555 0175" }, options);
      expect(await told(host)).toEqual(["name asked for"]);
      expect(host.calls("SendCommand")).toHaveLength(0);
      const wrong = hostWith({ phone: "315 555 0175", full_name: "John Smith" }, options);
      const unknown = hostWith({ phone: "315 555 0100", full_name: "John Smith" }, options);
      expect(await told(wrong)).toEqual(["not identified"]);
      expect(await told(unknown)).toEqual(["not identified"]);
      expect(wrong.answer()).toBe(unknown.answer());
      const right = hostWith({ phone: "315 555 0175", full_name: "smith, JAMES" }, options);
      expect(await told(right)).toEqual(theHaircut);
    }
    expect(await told(hostWith({}, { actors: { newo_chat: ["13155550175"] } }))).toEqual([
      "number asked for",
    ]);
  });

  it.each(['["+13155550175"]', "315-555-0175; +1 999 999 9999", "+1 (315) 555-0175\n+1 2"])(
    "does not take a shared number for a person: %j",
    async (listed) => {
      customer = { ...customer, project_attributes_setting_common_phone_numbers: listed };
      const host = hostWith({});
      expect(await told(host)).toEqual(["name asked for"]);
      await recogniseCaller(host.context());
      expect(host.answers()).toHaveLength(1);
    },
  );

  it.each([
    "Anna Maria Petra",
    "Anna\nPetra",
    "Petra\u2028Anna",
    "Anna, Maria, Petra",
    "Anna/Petra",
    "Anna or Petra",
  ])("takes several names in one breath for none where the number proves nothing: %j", async (name) => {
    clients(() => ok([{ ...james, name: "Petra" }]));
    const chat = { actors: { newo_chat: ["x"] } };
    expect(await told(hostWith({ phone: "315 555 0175", full_name: name }, chat))).toEqual([
      "not identified",
    ]);
    const own = hostWith({ phone: "315 555 0175", full_name: "Petra Braun" }, chat);
    expect(await told(own)).toEqual(theHaircut);
  });

  it("tells people under one number apart, and one person kept twice not", async () => {
    clients(() => ok([james, { ...james, id: 573, name: "Ann Smith" }]));
    expect(await told(hostWith({}))).toEqual(["several people", "name asked for"]);
    expect(await told(hostWith({ full_name: "Bob Smith" }))).toEqual(["several people", "name asked for"]);
    expect(await told(hostWith({ full_name: "James Smith" }))).toEqual(theHaircut);
    clients(() => ok([james, { ...james, id: 573, name: "JAMES  Smith" }]));
    records((query) => ok(query.get("client_id") === "573" ? [] : [record]));
    expect(await told(hostWith({}))).toEqual(theHaircut);
  });

  it.each(["James Smith", "Smith, James", "James", "Mr Smith", "James Smyth", ""])(
    "tells the one person of the number theirs for the name %j",
    async (name) => {
      expect(await told(hostWith({ full_name: name }))).toEqual(theHaircut);
    },
  );

  it.each(["Otto Smith", "Otto", "Jane Smith"])(
    "keeps them from whoever asks for %j from that number",
    async (name) => {
      const host = hostWith({ full_name: name });
      expect(await told(host)).toEqual(["nothing under the name"]);
      expect(host.answer()).not.toMatch(/Haircut|James/u);
    },
  );

  it("tells the caller theirs where the business keeps no name", async () => {
    clients(() => ok([{ ...james, name: "13155550175" }]));
    expect(await told(hostWith({ full_name: "James Smith" }))).toEqual(theHaircut);
  });

  it("takes words without a digit for the number of the call, and for none in a chat", async () => {
    expect(await told(hostWith({ phone: "this number" }))).toEqual(theHaircut);
    expect(
      await told(
        hostWith({ phone: "my number", full_name: "James Smith" }, { actors: { newo_chat: ["x"] } }),
      ),
    ).toEqual(["number asked for"]);
  });

  it.each([
    ["refused", () => denial(401, "Authentication needed."), "no access"],
    ["expired", () => denial(402, "x"), "no access"],
    ["overrun", () => new HttpResponse("", { status: 429 }), "no answer"],
    ["unreachable", () => HttpResponse.error(), "no answer"],
    ["odd", () => ok({}), "no answer"],
  ])("tells the truth when the search is %s", async (_, answer, kind) => {
    clients(answer);
    expect(await told(hostWith({}))).toEqual([kind]);
  });

  it("says so when it is switched off or may not look", async () => {
    customer = { ...customer, altegio_existing_appointments_enabled: "False" };
    expect(await told(hostWith({}))).toEqual(["off"]);
    customer = { ...customer, altegio_existing_appointments_enabled: "True", altegio_user_token: "" };
    expect(await told(hostWith({}))).toEqual(["not looked up"]);
  });
});

describe("recogniseCaller", () => {
  it("puts what is planned into the agent's context and says nothing", async () => {
    const host = hostWith({});
    await recogniseCaller(host.context());
    expect(host.events()).toMatchObject([
      {
        eventIdn: "convoagent_update_custom_user_data",
        connectorIdn: "system",
        sectionName: "altegio_appointments",
      },
    ]);
    const section = String(host.events()[0]?.["sectionValue"]);
    expect(kindsOf(section)).toEqual(["appointments"]);
    expect(momentsIn(section)).toEqual(["09-18 15:04", "09-21 12:00"]);
    expect(section).toContain("(only the team can change it)");
    expect(host.calls("Gen")).toHaveLength(0);
  });

  it("says of what was made here nothing of the team, and the same again at the next session", async () => {
    const host = hostWith({}, { ...onPhone, persona: kept(haircut) });
    await recogniseCaller(host.context());
    await recogniseCaller(host.context());
    const sections = host.events().map((event) => String(event["sectionValue"]));
    expect(sections).toHaveLength(2);
    expect(sections[0]).not.toContain("the team");
    expect(sections[1]).toBe(sections[0]);
  });

  it.each([
    ["on a channel without numbers", { actors: { newo_chat: ["13155550175"] } }, {}, "the channel vouches"],
    [
      "for a number from a chat",
      { actors: { newo_chat: ["x"], newo_voice: ["+13155550175"] } },
      {},
      "the channel vouches",
    ],
    ["without a user", {}, {}, "the channel vouches"],
    [
      "for a number that several people use",
      onPhone,
      { project_attributes_setting_common_phone_numbers: "+13155550175" },
      "several people call",
    ],
    ["without a user token", onPhone, { altegio_user_token: "" }, "altegio_user_token is not set"],
    [
      "when switched off",
      onPhone,
      { altegio_existing_appointments_enabled: "False" },
      "altegio_existing_appointments_enabled is off",
    ],
    ["when not connected", onPhone, { altegio_location_id: "" }, "partner token or location is missing"],
  ])("does nothing %s, and logs why", async (_, options: HostOptions, more: Record<string, string>, why) => {
    customer = { ...customer, ...more };
    const host = hostWith({}, options);
    await recogniseCaller(host.context());
    expect(host.events()).toEqual([]);
    expect(host.calls("SendCommand")).toEqual([]);
    expect(reasonsOf(host)).toEqual([expect.stringContaining(why)]);
  });

  it.each([
    ["nobody", () => ok([]), "no client has this number"],
    ["two people", () => ok([james, { ...james, id: 573, name: "Ann" }]), "several clients have this number"],
    ["no answer", () => HttpResponse.error(), "could not be reached"],
  ])("stays silent for %s, and logs why", async (_, answer, why) => {
    clients(answer);
    const host = hostWith({});
    await recogniseCaller(host.context());
    expect(host.events()).toEqual([]);
    expect(reasonsOf(host)).toEqual([expect.stringContaining(why)]);
  });
});

/** Why nothing was told; without the caller's number and name. */
function reasonsOf(host: MemoryHost): string[] {
  const lines = host.calls("DUMMY").map(({ message }) => String(message));
  expect(lines.join("\n")).not.toMatch(/3155550175|James|secret/u);
  return lines.filter((line) => line.startsWith("Altegio, start of a session: nothing told"));
}
