import { http, HttpResponse } from "msw";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
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
import { MemoryHost } from "../memory-host.ts";
import { published } from "../published.ts";

const server = altegioServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

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

describe("checkAvailability", () => {
  it("offers a few well-spread times of the day asked for", async () => {
    const host = await asked({ services: ["Haircut"], staff: "", date: "2026-09-21" });
    expect(host.answer()).toBe(
      "Free times for Haircut on Monday, September 21: 10:00, 12:00, 13:30, 16:00 and 17:30. There are more; if none suits, ask for a preferred time. These are local times of the location. Offer them, ask which one suits, and name no other time as free. Only if the caller asks: Haircut takes about 60 minutes and costs 40 to 60 $; it is done by whoever is free, James or Anna; times with one of them can be checked.",
    );
    expect(host.events()[0]).toMatchObject({ uninterruptible: "True", connectorIdn: "system" });
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
      "date",
      "date_from",
      "date_to",
      "time",
      "time_from",
      "time_to",
    ]);
    expect(call?.["prompt"]).toContain("It is now Friday, 2026-09-18, 15:04 at the location.");
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
    expect(host.answer()).toContain(
      "Monday, September 21 at 12:00 is free for Haircut and Beard trim with James. Other free times near it that day: 10:00, 10:15 and 13:30.",
    );
  });

  it("names the nearest times when the one asked for is not free", async () => {
    expect(await answered({ services: ["Haircut"], date: "2026-09-21", time: "14:00" })).toContain(
      "Monday, September 21 at 14:00 is not free for Haircut. The nearest free times that day: 12:00, 13:30 and 15:00.",
    );
    expect(
      await answered({ services: ["Haircut"], date: "2026-09-21", time_from: "18:00", time_to: "20:00" }),
    ).toContain(
      "nothing is free for Haircut in the part of the day asked for. The nearest free times that day: 15:00, 16:00 and 17:30.",
    );
    expect(await answered({ services: ["Haircut"], date: "2026-09-21", time_from: "14:00" })).toContain(
      "Free times for Haircut on Monday, September 21: 15:00, 16:00 and 17:30. These are",
    );
  });

  it("looks through the coming days when no date was said", async () => {
    const soonest = await asked({ services: ["Haircut"] });
    expect(soonest.answer()).toContain("on Monday, September 21: 10:00, 12:00, 13:30, 16:00 and 17:30.");
    expect(soonest.calls("SendCommand")).toHaveLength(2);
    expect(
      await answered({ services: ["Haircut"], date_from: "2026-09-21", date_to: "2026-09-25" }),
    ).toContain(
      "on Monday, September 21 at 10:00, 13:30 and 17:30; on Wednesday, September 23 at 11:00 and 14:00.",
    );
    expect(
      await answered({ services: ["Haircut"], date_from: "2026-09-22", date_to: "2026-09-26" }),
    ).toContain("Free times for Haircut on Wednesday, September 23: 11:00 and 14:00.");
  });

  it("goes to the nearest day when there is nothing", async () => {
    expect(await answered({ services: ["Haircut"], staff: "James", date: "2026-09-22" })).toContain(
      "On Tuesday, September 22 there is no free time for Haircut with James. The nearest free times are on Wednesday, September 23: 11:00 and 14:00. These are with James.",
    );
    expect(await answered({ services: ["Haircut"], date: "2026-09-29" })).toContain(
      "The nearest free times are on Wednesday, September 23: 11:00 and 14:00.",
    );
    expect(
      await answered({ services: ["Haircut"], date_from: "2026-09-24", date_to: "2026-09-30" }),
    ).toContain("From Thursday, September 24 to Wednesday, September 30 there is no free time for Haircut.");
  });

  it("mentions other members who are free that day", async () => {
    server.use(http.get(`${api}/book_times/:id/16/2026-09-21`, () => ok([])));
    expect(await answered({ services: ["Haircut"], staff: "James", date: "2026-09-21" })).toContain(
      "With another staff member that day is free: 10:00, 12:00 and 13:30 with Anna.",
    );
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
    expect(await answered(month)).toContain("Free times for Haircut on Thursday, October 29: 10:00.");
  });

  it("does not say that everything is booked where the working days may be those of others", async () => {
    const working = { booking_dates: [], working_dates: ["2026-09-22", "2026-09-30"] };
    server.use(
      http.get(`${api}/book_dates/:id`, () => ok(working)),
      http.get(`${api}/book_times/:id/:staff/:date`, () => ok([])),
    );
    const why = async (service: string, date: string): Promise<string> =>
      (await answered({ services: [service], date })).split(". ")[0] ?? "";
    // James and Anna are the whole staff; a beard is trimmed by James alone.
    expect(await why("Haircut", "2026-09-22")).toMatch(/everything is booked$/u);
    expect(await why("Haircut", "2026-09-23")).toMatch(
      /the location is closed, or nobody who does Haircut works$/u,
    );
    expect(await why("Beard trim", "2026-09-22")).toMatch(/everything is booked$/u);
    expect(await why("Beard trim", "2026-09-23")).toBe("James does not work on Wednesday, September 23");
    const more = [...staff, { id: 50, name: "Zed", bookable: true, specialization: "Masseur" }];
    server.use(http.get(`${api}/book_staff/:id`, () => ok(more)));
    customer = await published();
    expect(await why("Haircut", "2026-09-22")).toMatch(/whoever does it is booked or off$/u);
  });

  it("gives the true reason when nothing is free at all", async () => {
    server.use(http.get(`${api}/book_dates/:id`, () => ok({ booking_days: [], booking_dates: [] })));
    expect(await answered({ services: ["Haircut"], date: "2026-09-22" })).toContain(
      "There is nothing free until Thursday, October 22 either.",
    );
    server.use(http.get(`${api}/book_staff/:id`, () => ok(staff.filter((member) => !member.bookable))));
    expect(await answered({ services: ["Haircut"], date: "2026-09-22" })).toContain(
      "Nobody on the staff takes online bookings for Haircut at the moment.",
    );
  });

  it("leaves out times that have passed", async () => {
    server.use(
      http.get(`${api}/book_times/:id/:staff/:date`, ({ params }) =>
        ok(slots(String(params["date"]), ["10:00", "15:04", "16:00"])),
      ),
    );
    expect(await answered({ services: ["Haircut"], date: "2026-09-18" })).toContain(
      "Friday, September 18: 16:00.",
    );
    expect(await answered({ services: ["Haircut"], date: "2026-09-17" })).toBe(
      "Thursday, September 17 is in the past. Ask the caller which date they mean.",
    );
    expect(
      await answered({ services: ["Haircut"], date_from: "2026-09-01", date_to: "2026-09-10" }),
    ).toContain("in the past");
  });

  it("asks back when names fit several, none, or not together", async () => {
    expect(await answered({ services: ["hair"] })).toBe(
      'Several entries fit "hair": Haircut or Hair wash. Ask the caller which service they mean.',
    );
    expect(await answered({ services: ["beard shaving"] })).toContain("The nearest is: Beard trim.");
    expect(await answered({ services: ["Haircut"], staff: "Zoe" })).toContain(
      'There is no staff member called "Zoe"',
    );
    expect(await answered({ services: ["Coloring"], staff: "James" })).toBe(
      "James does not do Coloring. This can be done by: Anna. Tell the caller and ask whether someone else would suit them.",
    );
    expect(await answered({ services: ["Coloring", "Beard trim"] })).toContain("cannot be one visit");
    expect(await answered({ services: [] })).toBe("Ask the caller which service they would like.");
    expect(await answered(null)).toBe("Ask the caller which service they would like.");
  });

  it("answers core in core's own form", async () => {
    for (const payload of [
      { services: "Haircut", date: "2026-09-23" },
      JSON.stringify({ services: ["Haircut"], date: "2026-09-23" }),
    ]) {
      const host = new MemoryHost({ customer });
      await checkAvailability(host.context(), coreEvent(payload));
      expect(host.events()).toMatchObject([
        {
          eventIdn: "receive_available_slots",
          output: expect.stringContaining("Wednesday, September 23: 11:00 and 14:00") as string,
        },
      ]);
      expect(host.calls("Gen")).toHaveLength(0);
    }
    const host = new MemoryHost({ customer, generated: { services: ["Haircut"], date: "2026-09-23" } });
    await checkAvailability(host.context(), coreEvent('{"partySize":'));
    expect(host.events("receive_available_slots")).toHaveLength(1);
    expect(host.calls("Gen")).toHaveLength(1);
  });

  it("says so when it is switched off or not connected", async () => {
    expect(await answered({ services: ["Haircut"] }, { altegio_availability_enabled: "False" })).toContain(
      "switched off",
    );
    expect(await answered({ services: ["Haircut"] }, { altegio_partner_token: "" })).toContain(
      "not connected",
    );
    expect(await answered({ services: ["Haircut"] }, { altegio_location_id: "" })).toContain("not connected");
  });

  it("loads the catalogue when the last publish could not", async () => {
    const host = await asked({ services: ["Haircut"], date: "2026-09-23" }, { altegio_catalog: "{" });
    expect(host.answer()).toContain("11:00 and 14:00");
    expect(host.customer.get("altegio_catalog")).toContain("Haircut");
    const wrong = await asked({ services: ["Haircut"] }, { altegio_location_id: "999" });
    expect(wrong.answer()).toContain("needs the team's attention");
    expect(wrong.customer.get("altegio_setup_status")).toContain("does not know");
  });

  it.each([
    [
      "a refused token",
      () => denial(401, "Authentication needed."),
      "needs the team's attention",
      "partner token",
    ],
    ["missing rights", () => denial(403, "Access denied."), "needs the team's attention", "refuses access"],
    ["an expired licence", () => denial(402, "x"), "needs the team's attention", "licence"],
    ["an HTML page", () => guardPage(), "does not answer", "could not be reached"],
    ["no network", () => HttpResponse.error(), "does not answer", "could not be reached"],
    ["too many requests", () => new HttpResponse("", { status: 429 }), "does not answer", "too many"],
    [
      "a truncated body",
      () => new HttpResponse('{"success":true,"da'),
      "does not answer",
      "no readable answer",
    ],
    ["200 that is a refusal", () => denial(200, "An error"), "needs the team's attention", "did not name"],
  ])("answers %s truthfully and notes it", async (_, answer, said, noted) => {
    server.use(http.get(`${api}/book_times/:id/:staff/:date`, answer as never));
    const host = await asked({ services: ["Haircut"], date: "2026-09-21" });
    expect(host.answer()).toContain(said);
    expect(host.answer()).toContain("Do not name any time as free");
    const status = host.customer.get("altegio_setup_status") ?? "";
    expect(status).toContain(noted);
    await checkAvailability(host.context(), toolEvent);
    expect(host.customer.get("altegio_setup_status")?.split("\n")).toHaveLength(status.split("\n").length);
  });

  it("does not blame the set-up for a service that is gone", async () => {
    server.use(http.get(`${api}/book_times/:id/:staff/:date`, () => refusal(438)));
    const host = await asked({ services: ["Haircut"], date: "2026-09-21" });
    expect(host.answer()).toContain("can no longer be booked online");
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
