import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "#sdk";
import { checkAvailability } from "../../../skills/availability/check-availability.ts";
import {
  altegioServer,
  api,
  denial,
  guardPage,
  ok,
  refusal,
  services,
  slots,
  staff,
} from "../altegio-shapes.ts";
import { comingDays } from "../../../skills/text/coming-days.ts";
import { kindsOf, offeredIn } from "../judge.ts";
import { MemoryHost } from "../memory-host.ts";
import { published } from "../published.ts";

const server = altegioServer();

const system = { integrationIdn: "system", connectorIdn: "system" };
const toolEvent = { idn: "altegio_check_availability_tool", ...system, arguments: {} };
const coreEvent = (payload: string | JsonObject) => ({
  idn: "get_available_slots",
  ...system,
  arguments: { payload },
});

let customer: Record<string, string> = {};
beforeEach(async () => {
  customer = await published();
});

async function asked(wish: JsonObject | null, more: Record<string, string> = {}): Promise<MemoryHost> {
  const host = new MemoryHost({ customer: { ...customer, ...more }, generated: wish });
  await checkAvailability(host.context(), toolEvent);
  expect(host.searchable()).not.toContain("partner-secret");
  expect(host.answer()).not.toMatch(/4564|331|https?:|<html|details nobody/u);
  return host;
}
const answered = async (wish: JsonObject | null, more: Record<string, string> = {}): Promise<string> =>
  (await asked(wish, more)).answer();

/** The kinds of the answer, and what it offers. */
const found = async (
  wish: JsonObject | null,
): Promise<readonly [kinds: readonly string[], offered: readonly string[]]> => {
  const answer = await answered(wish);
  return [kindsOf(answer), offeredIn(answer)];
};

describe("checkAvailability", () => {
  it("offers a few well-spread times of the day asked for", async () => {
    const host = await asked({ services: ["Haircut"], staff: "", date: "2026-09-21" });
    expect(kindsOf(host.answer())).toEqual(["offer"]);
    expect(offeredIn(host.answer())).toEqual(
      ["10:00", "12:00", "13:30", "16:00", "17:30"].map((time) => `September 21 ${time}`),
    );
    // What is said only when it is asked for.
    for (const fact of ["60 minutes", "40 to 60 $", "James or Anna"]) {
      expect(host.answer()).toContain(fact);
    }
    expect(host.answers()[0]).toMatchObject({ uninterruptible: "True", connectorIdn: "system" });
    expect(host.calls("SendCommand").map((command) => command["url"])).toEqual([
      `${api}/book_times/4564/0/2026-09-21?service_ids%5B%5D=331`,
    ]);
  });

  it("lets the model read the conversation with the names used everywhere", async () => {
    const host = await asked({ services: ["Haircut"], date: "2026-09-21" });
    const [call] = host.calls("Gen");
    expect(Object.keys((call?.["jsonSchema"] as { properties: object }).properties)).toEqual([
      "services",
      "staff",
      "staff_options",
      "staff_excluded",
      "date",
      "weekday",
      "date_from",
      "date_to",
      "weekdays",
      "time",
      "time_from",
      "time_to",
      "finish_by",
      "appointment_to_move",
    ]);
    expect(call?.["prompt"]).toContain("It is now Friday, 2026-09-18, 15:04 at the location.");
    expect(call?.["prompt"]).toContain(comingDays("2026-09-18"));
    expect(call?.["prompt"]).toContain("Haircut");
    expect(host.calls("GetDateTime")).toContainEqual(
      expect.objectContaining({ timezone: "America/New_York" }),
    );
  });

  it("asks for the member and the services named", async () => {
    const host = await asked({
      services: ["331", "beard"],
      staff: "james",
      date: "2026-09-21",
      time: "12:00",
    });
    expect(host.calls("SendCommand")[0]?.["url"]).toBe(
      `${api}/book_times/4564/16/2026-09-21?service_ids%5B%5D=331&service_ids%5B%5D=333`,
    );
    expect(kindsOf(host.answer())).toEqual(["offer"]);
    expect(offeredIn(host.answer())).toEqual(["September 21 12:00", "10:00", "10:15", "13:30"]);
  });

  it("names the nearest times when the one asked for is not free", async () => {
    const day = { services: ["Haircut"], date: "2026-09-21" };
    expect(await found({ ...day, time: "14:00" })).toEqual([
      ["not free", "offer"],
      ["12:00", "13:30", "15:00"],
    ]);
    expect(await found({ ...day, time_from: "18:00", time_to: "20:00" })).toEqual([
      ["nothing free", "offer"],
      ["15:00", "16:00", "17:30"],
    ]);
    expect(await found({ ...day, time_from: "14:00" })).toEqual([
      ["offer"],
      ["September 21 15:00", "September 21 16:00", "September 21 17:30"],
    ]);
  });

  it("looks through the coming days when no date was said", async () => {
    const soonest = await asked({ services: ["Haircut"] });
    expect(offeredIn(soonest.answer())).toEqual(
      ["10:00", "12:00", "13:30", "16:00", "17:30"].map((time) => `September 21 ${time}`),
    );
    expect(soonest.calls("SendCommand")).toHaveLength(2);
    expect(await found({ services: ["Haircut"], date_from: "2026-09-21", date_to: "2026-09-25" })).toEqual([
      ["offer"],
      [
        "September 21 10:00",
        "September 21 13:30",
        "September 21 17:30",
        "September 23 11:00",
        "September 23 14:00",
      ],
    ]);
    expect(await found({ services: ["Haircut"], date_from: "2026-09-22", date_to: "2026-09-26" })).toEqual([
      ["offer"],
      ["September 23 11:00", "September 23 14:00"],
    ]);
  });

  it("goes to the nearest day when there is nothing", async () => {
    const nearest = [
      ["nothing free", "offer"],
      ["September 23 11:00", "September 23 14:00"],
    ];
    expect(await found({ services: ["Haircut"], staff: "James", date: "2026-09-22" })).toEqual(nearest);
    expect(await found({ services: ["Haircut"], date: "2026-09-29" })).toEqual(nearest);
    expect(await found({ services: ["Haircut"], date_from: "2026-09-24", date_to: "2026-09-30" })).toEqual(
      nearest,
    );
  });

  it("mentions other members who are free that day", async () => {
    server.use(http.get(`${api}/book_times/:id/16/2026-09-21`, () => ok([])));
    const host = await asked({ services: ["Haircut"], staff: "James", date: "2026-09-21" });
    expect(kindsOf(host.answer())).toEqual(["nothing free", "offer"]);
    expect(offeredIn(host.answer()).slice(0, 3)).toEqual(["10:00", "12:00", "13:30"]);
    expect(host.answer()).toContain("with Anna");
  });

  it("names members by the length of the visit only where it tells them apart", async () => {
    const lengths = (james: number, anna: number) => {
      server.use(
        http.get(`${api}/book_services/:id`, ({ request }) => {
          const member = new URL(request.url).searchParams.get("staff_id");
          const seance_length = member === null ? null : member === "16" ? james : anna;
          return ok({ ...services, services: [{ ...services.services[0], seance_length }] });
        }),
      );
    };
    const day = (seconds: readonly number[]) => {
      const rows = slots("2026-09-21", ["10:00", "12:00", "14:00"]) as object[];
      server.use(
        http.get(`${api}/book_times/:id/:staff/:date`, () =>
          ok(rows.map((row, index) => ({ ...row, seance_length: seconds[index] }))),
        ),
      );
    };
    const times = async (): Promise<string> =>
      /(?<=21: ).*?(?=[.])/u.exec(await answered({ services: ["Haircut"], date: "2026-09-21" }))?.[0] ?? "";
    lengths(1800, 3600);
    customer = await published();
    day([1800, 3600, 3600]);
    expect(await times()).toBe("10:00 with James; 12:00 and 14:00 with Anna");
    day([1800, 3600, 2700]);
    expect(await times()).toBe("10:00 with James; 12:00 with Anna; 14:00 with whoever is free");
    day([1800, 1800, 1800]);
    expect(await times()).toBe("10:00, 12:00 and 14:00");
    lengths(3600, 3600);
    customer = await published();
    day([1800, 3600, 3600]);
    expect(await times()).toBe("10:00, 12:00 and 14:00");
    lengths(0, 3600);
    customer = await published();
    expect(await times()).toBe("10:00, 12:00 and 14:00");
  });

  it("looks in both directions for the nearest day, the later of two first", async () => {
    const dates = (...free: readonly string[]) => {
      server.use(
        http.get(`${api}/book_dates/:id`, () => ok({ booking_dates: free, working_dates: [] })),
        http.get(`${api}/book_times/:id/:staff/:date`, ({ params }) => {
          const date = String(params["date"]);
          return ok(slots(date, free.includes(date) ? ["10:00"] : []));
        }),
      );
    };
    const nearest = async (wish: JsonObject): Promise<string> =>
      /(?<=nearest free times are on ).*?(?=:)/u.exec(
        await answered({ services: ["Haircut"], ...wish }),
      )?.[0] ?? "";
    dates("2026-09-23", "2026-09-26");
    expect(await nearest({ date: "2026-09-24" })).toBe("Wednesday, September 23");
    dates("2026-09-23", "2026-09-25");
    expect(await nearest({ date: "2026-09-24" })).toBe("Friday, September 25");
    dates("2026-09-21", "2026-10-02");
    expect(await nearest({ date_from: "2026-09-24", date_to: "2026-09-30" })).toBe("Friday, October 2");
    expect(await nearest({ date_from: "2026-09-23", date_to: "2026-09-30" })).toBe("Friday, October 2");
    expect(await nearest({ date_from: "2026-09-22", date_to: "2026-09-30" })).toBe("Monday, September 21");
  });

  it("finds what is free in the second half of a month", async () => {
    server.use(
      http.get(`${api}/book_dates/:id`, ({ request }) => {
        const to = new URL(request.url).searchParams.get("date_to") ?? "";
        return ok({ booking_dates: ["2026-10-29"].filter((date) => date <= to) });
      }),
      http.get(`${api}/book_times/:id/:staff/:date`, () => ok(slots("2026-10-29", ["10:00"]))),
    );
    const month = { services: ["Haircut"], date_from: "2026-10-01", date_to: "2026-10-31" };
    expect(await found(month)).toEqual([["offer"], ["October 29 10:00"]]);
  });

  it("does not say that everything is booked where the working days may be those of others", async () => {
    const working = { booking_dates: [], working_dates: ["2026-09-22", "2026-09-30"] };
    server.use(
      http.get(`${api}/book_dates/:id`, () => ok(working)),
      http.get(`${api}/book_times/:id/:staff/:date`, () => ok([])),
    );
    const why = async (service: string, date: string): Promise<string | undefined> =>
      (await found({ services: [service], date }))[0][0];
    // James and Anna are the whole staff; a beard is trimmed by James alone.
    expect(await why("Haircut", "2026-09-22")).toBe("fully booked");
    expect(await why("Haircut", "2026-09-23")).toBe("not open");
    expect(await why("Beard trim", "2026-09-22")).toBe("fully booked");
    expect(await why("Beard trim", "2026-09-23")).toBe("member off");
    const more = [...staff, { id: 50, name: "Zed", bookable: true, specialization: "Masseur" }];
    server.use(http.get(`${api}/book_staff/:id`, () => ok(more)));
    customer = await published();
    expect(await why("Haircut", "2026-09-22")).toBe("booked or off");
  });

  it("gives the true reason when nothing is free at all", async () => {
    server.use(http.get(`${api}/book_dates/:id`, () => ok({ booking_days: [], booking_dates: [] })));
    const wish = { services: ["Haircut"], date: "2026-09-22" };
    expect(await found(wish)).toEqual([["nothing free"], []]);
    server.use(http.get(`${api}/book_staff/:id`, () => ok(staff.filter((member) => !member.bookable))));
    expect(await found(wish)).toEqual([["nobody offers"], []]);
  });

  it("leaves out times that have passed", async () => {
    server.use(
      http.get(`${api}/book_times/:id/:staff/:date`, ({ params }) =>
        ok(slots(String(params["date"]), ["10:00", "15:04", "16:00"])),
      ),
    );
    expect(await found({ services: ["Haircut"], date: "2026-09-18" })).toEqual([
      ["offer"],
      ["September 18 16:00"],
    ]);
    const past = [["past", "question"], []];
    expect(await found({ services: ["Haircut"], date: "2026-09-17" })).toEqual(past);
    expect(await found({ services: ["Haircut"], date_from: "2026-09-01", date_to: "2026-09-10" })).toEqual(
      past,
    );
  });

  it.each<[string, JsonObject | null, readonly string[], readonly string[]]>([
    ["several fit", { services: ["hair"] }, ["which entry", "question"], ["Haircut", "Hair wash"]],
    ["something is near", { services: ["beard shaving"] }, ["no such entry"], ["Beard trim"]],
    [
      "nobody is called so",
      { services: ["Haircut"], staff: "Zoe" },
      ["no such entry", "which member"],
      ["Zoe"],
    ],
    ["the member does not do it", { services: ["Coloring"], staff: "James" }, ["which member"], ["Anna"]],
    ["nobody does both", { services: ["Coloring", "Beard trim"] }, ["which member", "question"], []],
    ["none was said", { services: [] }, ["question"], []],
    ["nothing was heard", null, ["question"], []],
  ])("asks back when %s", async (_, wish, kinds, names) => {
    const host = await asked(wish);
    expect(kindsOf(host.answer())).toEqual(kinds);
    names.forEach((name) => expect(host.answer()).toContain(name));
    expect(host.calls("SendCommand")).toEqual([]);
  });

  it("answers core in core's own form", async () => {
    for (const payload of [
      { services: "Haircut", date: "2026-09-23" },
      JSON.stringify({ services: ["Haircut"], date: "2026-09-23" }),
    ]) {
      const host = new MemoryHost({ customer });
      await checkAvailability(host.context(), coreEvent(payload));
      expect(host.answers()).toMatchObject([{ eventIdn: "receive_available_slots" }]);
      expect(offeredIn(String(host.answers()[0]?.["output"]))).toEqual([
        "September 23 11:00",
        "September 23 14:00",
      ]);
      expect(host.calls("Gen")).toHaveLength(0);
    }
    const host = new MemoryHost({ customer, generated: { services: ["Haircut"], date: "2026-09-23" } });
    await checkAvailability(host.context(), coreEvent('{"partySize":'));
    expect(host.events("receive_available_slots")).toHaveLength(1);
    expect(host.calls("Gen")).toHaveLength(1);
  });

  it("says so when it is switched off or not connected", async () => {
    const without = async (more: Record<string, string>): Promise<readonly string[]> =>
      kindsOf(await answered({ services: ["Haircut"] }, more));
    expect(await without({ altegio_availability_enabled: "False" })).toEqual(["off"]);
    expect(await without({ altegio_partner_token: "" })).toEqual(["not connected"]);
    expect(await without({ altegio_location_id: "" })).toEqual(["not connected"]);
  });

  it("loads the catalogue when the last publish could not", async () => {
    const host = await asked({ services: ["Haircut"], date: "2026-09-23" }, { altegio_catalog: "{" });
    expect(offeredIn(host.answer())).toEqual(["September 23 11:00", "September 23 14:00"]);
    expect(host.customer.get("altegio_catalog")).toContain("Haircut");
    const wrong = await asked({ services: ["Haircut"] }, { altegio_location_id: "999" });
    expect(kindsOf(wrong.answer())).toEqual(["no access"]);
    expect(wrong.customer.get("altegio_setup_status")).toContain("does not know");
  });

  it.each([
    ["a refused token", () => denial(401, "Authentication needed."), "no access", "partner token"],
    ["missing rights", () => denial(403, "Access denied."), "no access", "refuses access"],
    ["an expired licence", () => denial(402, "x"), "no access", "licence"],
    ["an HTML page", () => guardPage(), "no answer", "could not be reached"],
    ["no network", () => HttpResponse.error(), "no answer", "could not be reached"],
    ["too many requests", () => new HttpResponse("", { status: 429 }), "no answer", "too many"],
    ["a truncated body", () => new HttpResponse('{"success":true,"da'), "no answer", "no readable answer"],
    ["200 that is a refusal", () => denial(200, "An error"), "no access", "did not name"],
  ])("answers %s truthfully and notes it", async (_, answer, kind, noted) => {
    server.use(http.get(`${api}/book_times/:id/:staff/:date`, answer as never));
    const host = await asked({ services: ["Haircut"], date: "2026-09-21" });
    expect(kindsOf(host.answer())).toEqual([kind]);
    const status = host.customer.get("altegio_setup_status") ?? "";
    expect(status).toContain(noted);
    await checkAvailability(host.context(), toolEvent);
    expect(host.customer.get("altegio_setup_status")?.split("\n")).toHaveLength(status.split("\n").length);
  });

  it("does not blame the set-up for a service that is gone", async () => {
    server.use(http.get(`${api}/book_times/:id/:staff/:date`, () => refusal(438)));
    const host = await asked({ services: ["Haircut"], date: "2026-09-21" });
    expect(kindsOf(host.answer())).toEqual(["service gone"]);
    expect(host.customer.get("altegio_setup_status")).not.toContain("Last problem");
  });

  it.each([
    ["slots without a time", "book_times/:id/:staff/:date", [{ when: "10:00" }, { when: "11:00" }]],
    ["slots that are no objects", "book_times/:id/:staff/:date", ["ten", "eleven"]],
    ["no list of slots", "book_times/:id/:staff/:date", { slots: [] }],
    ["dates that are none", "book_dates/:id", { booking_dates: ["soon"], working_dates: ["2026-09-21"] }],
    ["no list of dates", "book_dates/:id", { booking_days: {} }],
  ])("does not take %s for a day that is booked out", async (_, path, data) => {
    server.use(http.get(`${api}/${path}`, () => ok(data)));
    const date = path.startsWith("book_dates") ? "" : "2026-09-21";
    expect(await answered({ services: ["Haircut"], date })).toContain("cannot be checked right now");
  });

  describe("what the catalogue does not have", () => {
    const later = (minutes: number) => `2026-09-18T15:${String(4 + minutes).padStart(2, "0")}:05-05:00`;
    const asking = (more: Record<string, string>, now: string, wish: JsonObject): MemoryHost =>
      new MemoryHost({ customer: { ...customer, ...more }, generated: wish, now });
    const perm = { ...services.services[0], id: 500, title: "Perm" };
    const withPerm = () =>
      server.use(
        http.get(`${api}/book_services/:id`, () =>
          ok({ ...services, services: [...services.services, perm] }),
        ),
      );

    it("is asked for once more before it is denied", async () => {
      withPerm();
      const host = asking({}, later(6), { services: ["Perm"], date: "2026-09-21" });
      await checkAvailability(host.context(), toolEvent);
      expect(host.answer()).toContain("Free times for Perm on Monday, September 21");
      expect(host.customer.get("altegio_services_text")).toContain("Perm");
    });

    it("is not asked for at each question", async () => {
      withPerm();
      const soon = asking({}, later(4), { services: ["Perm"], date: "2026-09-21" });
      await checkAvailability(soon.context(), toolEvent);
      expect(soon.answer()).toContain('There is no service called "Perm"');
      expect(soon.calls("SendCommand")).toHaveLength(0);
      const host = asking({}, later(6), { services: ["Horse riding"], date: "2026-09-21" });
      await checkAvailability(host.context(), toolEvent);
      const looked = host.calls("SendCommand").length;
      expect(looked).toBeGreaterThan(0);
      const again = asking(Object.fromEntries(host.customer), later(8), { services: ["Camel riding"] });
      await checkAvailability(again.context(), toolEvent);
      expect(again.answer()).toContain('There is no service called "Camel riding"');
      expect(again.calls("SendCommand")).toHaveLength(0);
    });

    it("is denied by what is known where it cannot be asked for", async () => {
      server.use(http.get(`${api}/book_services/:id`, () => ok({ menu: [] })));
      const host = asking({}, later(6), { services: ["Perm"], date: "2026-09-21" });
      await checkAvailability(host.context(), toolEvent);
      expect(host.answer()).toContain('There is no service called "Perm"');
      expect(host.customer.get("altegio_services_text")).toContain("Haircut");
    });

    it("may also be a member", async () => {
      server.use(
        http.get(`${api}/book_staff/:id`, () => ok([...staff, { ...staff[0], id: 77, name: "Zoe" }])),
      );
      const host = asking({}, later(6), { services: ["Haircut"], staff: "Zoe", date: "2026-09-21" });
      await checkAvailability(host.context(), toolEvent);
      expect(host.answer()).toContain("Zoe does not do Haircut");
    });
  });

  it("names who does the service where the member asked for is not known", async () => {
    const answer = await answered({ services: ["Coloring"], staff: "Zoe", date: "2026-09-21" });
    expect(answer).toContain("Coloring can be done by: Anna.");
  });
});
