/** Catalogues with namesakes in them, and catalogues that change between two questions. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTheatre, type Stage, type Theatre } from "../../scripts/sandbox/conversations/index.ts";
import type { Conversation } from "../../scripts/sandbox/platform/index.ts";
import type { ServiceData, StaffData } from "../../scripts/simulator/api/index.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { say } from "../skills/fault-cells.ts";
import { triedModule } from "./tried-module.ts";

/** Monday, 19 October 2026, 10:00 in Berlin. */
const setting = { now: "2026-10-19T08:00:00Z" };

const check = (facts: Readonly<Record<string, unknown>>) => say("altegio_check_availability_tool", facts);
const wednesday = { date: "2026-10-21" };
const thursday = { date: "2026-10-22" };
const pedicure = { services: ["Pedicure"], ...thursday };

/** The salon, of which all can be changed while it runs. */
interface Salon {
  readonly services: (Omit<ServiceData, "title" | "categoryId"> & { title: string; categoryId: number })[];
  readonly staff: (Omit<StaffData, "name" | "specialization" | "links"> & {
    name: string;
    specialization: string;
    links: StaffData["links"];
  })[];
}

const salonOf = (stage: Stage<SalonService>): Salon => stage.service.location as unknown as Salon;

/** Renames members. */
const renameStaff =
  (names: Readonly<Record<string, string>>) =>
  (salon: Salon): void => {
    salon.staff.forEach((member) => {
      member.name = names[member.name] ?? member.name;
    });
  };

const renameServices =
  (titles: Readonly<Record<string, string>>) =>
  (salon: Salon): void => {
    salon.services.forEach((service) => {
      service.title = titles[service.title] ?? service.title;
    });
  };

const memberOf = (salon: Salon, name: string): Salon["staff"][number] => {
  const found = salon.staff.find((member) => member.name === name);
  if (found === undefined) {
    throw new Error(`nobody is called ${name}`);
  }
  return found;
};

describe.each(["node", "nsl"] as const)("in %s", (runtime) => {
  let theatre: Theatre<SalonService>;
  beforeAll(async () => {
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime });
  });
  afterAll(() => theatre.close());

  /** Publishes with a changed salon and plays a call. */
  async function play(
    change: (salon: Salon) => void,
    call: (
      hear: (
        act: (caller: Conversation) => Promise<{ readonly answers: readonly string[] }>,
      ) => Promise<string>,
      stage: Stage<SalonService>,
    ) => Promise<void>,
  ): Promise<void> {
    const stage = await theatre.open(setting);
    change(salonOf(stage));
    await stage.sandbox.publish();
    const caller = stage.sandbox.conversation({ externalId: "+4915198765432" });
    await call(async (act) => {
      const { answers } = await act(caller);
      expect(answers).toHaveLength(1);
      return answers.join("");
    }, stage);
    await stage.close();
  }

  test("members of one name are told apart by their trade", () =>
    play(renameStaff({ "Mila Novak": "Anna Becker" }), async (hear) => {
      const haircut = { services: ["Women's haircut"], ...wednesday };
      expect(await hear(check({ ...haircut, staff: "Anna Becker" }))).toContain(
        "Anna Becker (Senior stylist) or Anna Becker (Colourist). Ask the caller which staff member they mean.",
      );
      expect(await hear(check({ ...haircut, staff: "Anna Becker (Colourist)" }))).toContain(
        "Free times for Women's haircut with Anna Becker (Colourist) on Wednesday",
      );
      const facts = { ...haircut, staff: "Anna Becker (Senior stylist)", time: "11:00" };
      const booked = { ...facts, full_name: "Nora Lindt", confirmed: true };
      expect(await hear(say("altegio_book_appointment_tool", booked))).toContain("The appointment is booked");
      const move = { appointment: "1", staff: "Anna Becker (Colourist)", confirmed: true };
      expect(await hear(say("altegio_reschedule_appointment_tool", move))).toMatch(
        /it is now .* with Anna Becker \(Colourist\) .* instead of .* with Anna Becker \(Senior stylist\) /u,
      );
      const cancel = { staff: "Anna Becker (Colourist)", confirmed: true };
      expect(await hear(say("altegio_cancel_appointment_tool", cancel))).toContain(
        "The appointment is cancelled",
      );
      // Only one of them does it: nothing is left to ask.
      expect(await hear(check({ services: ["Balayage"], ...wednesday, staff: "Anna" }))).toContain(
        "Free times for Balayage with Anna Becker (Colourist)",
      );
    }));

  test("of members whom nothing tells apart nobody is asked", () =>
    play(
      (salon) => {
        renameStaff({ "Mila Novak": "Anna Becker" })(salon);
        salon.staff.forEach((member) => (member.specialization = ""));
      },
      async (hear) => {
        expect(
          await hear(check({ services: ["Women's haircut"], staff: "Anna Becker", ...wednesday })),
        ).toContain("Free times for Women's haircut with Anna Becker on Wednesday");
      },
    ));

  test("services of one name and category are told apart by price and length", () =>
    play(renameServices({ "Women's haircut": "Haircut", "Men's haircut": "Haircut" }), async (hear) => {
      expect(await hear(check({ services: ["Haircut"], ...wednesday }))).toContain(
        "Haircut (55-65 €, 60-75 min) or Haircut (35-40 €, 30-45 min). Ask the caller which service they mean.",
      );
      expect(await hear(check({ services: ["Haircut (35-40 €, 30-45 min)"], ...wednesday }))).toContain(
        "Free times for Haircut (35-40 €, 30-45 min) on Wednesday",
      );
    }));

  test("a service without a category is told from one with", () =>
    play(
      (salon) => {
        renameServices({ "Women's haircut": "Styling", "Full colour": "Styling" })(salon);
        salon.services.filter(({ id }) => id === 61001).forEach((service) => (service.categoryId = 0));
      },
      async (hear) => {
        expect(await hear(check({ services: ["Styling"], ...wednesday }))).toContain(
          "Styling (55-65 €, 60-75 min) or Styling (Colour). Ask",
        );
        expect(await hear(check({ services: ["Styling (55-65 €, 60-75 min)"], ...wednesday }))).toContain(
          "Free times for Styling (55-65 €, 60-75 min) on",
        );
      },
    ));

  test("signs and emoji around a name are not said", () =>
    play(
      (salon) => {
        renameStaff({ "Anna Becker": "«Анна»", "Mila Novak": "⭐Mila★Novak" })(salon);
        renameServices({ "Men's haircut": "*Men's haircut*", Pedicure: "💅Педикюр®" })(salon);
      },
      async (hear) => {
        const haircut = { services: ["Women's haircut"], ...wednesday };
        expect(await hear(check({ ...haircut, staff: "Анна" }))).toContain("Free times for");
        expect(await hear(check({ ...haircut, staff: "Novak" }))).toContain("Free times for");
        expect(await hear(check({ services: ["mens haircut"], ...wednesday }))).toContain("Free times for");
        expect(await hear(check({ services: ["Педикюр"], ...thursday }))).toContain("Free times for");
      },
    ));

  test("an empty catalogue is not believed for long", () => {
    let removed: Salon["services"] = [];
    return play(
      (salon) => {
        removed = salon.services.splice(0);
      },
      async (hear, stage) => {
        expect(await hear(check(pedicure))).toContain("No service can be booked online at the moment.");
        salonOf(stage).services.push(...removed);
        stage.pass(6);
        expect(await hear(check(pedicure))).toContain("Free times for Pedicure on Thursday");
      },
    );
  });

  test("that a member does not do a service is not believed for long", () =>
    play(
      () => undefined,
      async (hear, stage) => {
        const withLena = { ...pedicure, staff: "Lena" };
        stage.pass(6);
        expect(await hear(check(withLena))).toContain("Lena Hoffmann does not do Pedicure.");
        // Without an answer nothing is loaded anew.
        const request = { method: "GET", path: "/book_staff/*", times: 9 } as const;
        stage.service.altegio.faults.add({ ...request, fault: { kind: "timeout-before" } });
        const before = stage.service.altegio.requests.length;
        expect(await hear(check(withLena))).toContain("Lena Hoffmann does not do Pedicure.");
        expect(stage.service.altegio.requests).toHaveLength(before + 1);
        stage.service.altegio.faults.clear();
        const lena = memberOf(salonOf(stage), "Lena Hoffmann");
        lena.links = [...lena.links, { serviceId: 61023, seconds: 3600, priceMin: 48, priceMax: 48 }];
        expect(await hear(check(withLena))).toContain("Free times for Pedicure with Lena Hoffmann");
      },
    ));

  test("who no longer does a service is not offered for it again", () =>
    play(
      () => undefined,
      async (hear, stage) => {
        const anna = memberOf(salonOf(stage), "Anna Becker");
        anna.links = anna.links.filter(({ serviceId }) => serviceId !== 61001);
        const haircut = { services: ["Women's haircut"], ...wednesday };
        expect(await hear(check({ ...haircut, staff: "Anna" }))).toContain(
          "Anna Becker does not take online bookings for Women's haircut at the moment.",
        );
        expect(await hear(check(haircut))).toContain("It is with Mila Novak, the only one who does it.");
      },
    ));
});

describe("on the night the clocks are put back", () => {
  test.each(["node", "nsl"] as const)("one code is sent for one promise, in %s", async (runtime) => {
    const theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime });
    // A minute before three, which is two again.
    const stage = await theatre.open({
      now: "2026-10-25T00:59:30Z",
      salon: { rules: { phoneConfirmation: true } },
    });
    const caller = stage.sandbox.conversation({ externalId: "+4915198765432" });
    const book = say("altegio_book_appointment_tool", {
      ...{ services: ["Pedicure"], date: "2026-10-26", time: "14:00", full_name: "Nora Lindt" },
      confirmed: true,
    });
    const sent = async (): Promise<number> =>
      (await book(caller)).requests.filter(({ url }) => url.includes("/book_code/")).length;
    expect(await sent()).toBe(1);
    stage.pass(1);
    expect(await sent()).toBe(0);
    await stage.close();
    await theatre.close();
  });
});
