import { describe, expect, it } from "vitest";
import { bookingEnabled } from "../../../attributes/index.ts";
import { enquiryOf } from "../../../skills/availability/enquiry.ts";
import type { Enquiry } from "../../../skills/availability/enquiry.ts";
import { readCatalog } from "../../../skills/domain/catalog.ts";
import { salon, scripted } from "../scripted.ts";
import { plan, wishOf, withJames } from "./enquiring.ts";

describe("an enquiry", () => {
  const made = async (
    serviceIds: readonly string[],
    more: object = {},
    change: (catalog: NonNullable<ReturnType<typeof readCatalog>>) => object = () => ({}),
  ): Promise<Enquiry> => {
    const { ctx } = scripted({}, { customer: await salon(false, more as Record<string, string>) });
    const catalog = readCatalog(ctx, "4564");
    if (catalog === null) {
      throw new Error("no catalogue");
    }
    const visit = { ...plan.visit, serviceIds };
    const given = {
      plan: { ...plan, visit },
      wish: wishOf(),
      clock: { today: "2026-09-18", now: "15:04" },
      among: [],
      own: null,
    };
    return enquiryOf(ctx, { ...catalog, ...change(catalog) }, given);
  };

  it("is of whoever does the services", async () => {
    expect(await made(["331"])).toMatchObject({
      plan: { visit: { staffId: "0" } },
      seconds: 3600,
      team: [
        { id: "16", name: "James", seconds: 3600 },
        { id: "48", name: "Anna", seconds: 3600 },
      ],
      only: "",
      apart: "",
      byEverybody: true,
      canBook: true,
    });
    expect(await made(["331"], { [bookingEnabled.idn]: "off" })).toMatchObject({ canBook: false });
  });

  it("is of the only one who does them", async () => {
    expect(await made(["331", "333"])).toMatchObject({
      plan: { visit: { staffId: "16" }, staffName: "" },
      seconds: 7200,
      team: [{ id: "16", seconds: 7200 }],
      only: "James",
      byEverybody: false,
    });
    expect((await made(["333"])).apart).toBe("");
  });

  it("knows no team where it is not known who does what", async () => {
    expect(await made(["333"], {}, () => ({ linksKnown: false }))).toMatchObject({
      team: [],
      only: "",
      byEverybody: false,
      plan: { visit: { staffId: "0" } },
    });
  });

  it("names none of too many, and no length that is not known", async () => {
    const many = await made(["331"], {}, ({ staff: [one] }) => ({
      staff: Array.from({ length: 9 }, (_, index) => ({ ...one, id: String(index) })),
    }));
    expect(many).toMatchObject({ team: [], byEverybody: true });
    const some = await made(["331"], {}, ({ staff: [one] }) => ({
      staff: Array.from({ length: 8 }, (_, index) => ({ ...one, id: String(index) })),
    }));
    expect(some.team).toHaveLength(8);
    const unknown = await made(["331", "400"], {}, ({ services, staff: members }) => ({
      services: services.map((service) =>
        service.id === "400" ? { ...service, seconds: 0, usual: "" } : service,
      ),
      staff: members.map((member) => ({ ...member, terms: "" })),
    }));
    expect(unknown.team).toMatchObject([{ seconds: 0 }]);
  });

  it("of several who were named is about them", async () => {
    const { ctx } = scripted({}, { customer: await salon() });
    const catalog = readCatalog(ctx, "4564");
    const given = {
      plan,
      wish: wishOf(),
      clock: { today: "2026-09-18", now: "15:04" },
      among: ["16", "48"],
      own: null,
    };
    const enquiry = catalog === null ? null : enquiryOf(ctx, { ...catalog, linksKnown: false }, given);
    expect(enquiry).toMatchObject({ plan: { subject: "Haircut with James or Anna" }, among: ["16", "48"] });
    expect(enquiry?.team.map(({ name }) => name)).toEqual(["James", "Anna"]);
  });

  it("of one who was named is not that of the only one, and of several has nobody apart", async () => {
    const { ctx } = scripted({}, { customer: await salon() });
    const catalog = readCatalog(ctx, "4564");
    const given = { wish: wishOf(), clock: { today: "2026-09-18", now: "15:04" }, among: [], own: null };
    const both = { ...plan, visit: { ...plan.visit, serviceIds: ["331", "333"] } };
    const apart = (staff: object = {}): string => {
      const services = catalog?.services ?? [];
      const members = (catalog?.staff ?? []).map((member) =>
        member.id === "48" ? { ...member, ...staff } : member,
      );
      return catalog === null
        ? ""
        : enquiryOf(ctx, { ...catalog, services, staff: members }, { ...given, plan: both }).apart;
    };
    expect(apart()).toBe("");
    // Anna does a part of it, Mila another one, and James both.
    const mila = { ...catalog?.staff[1], id: "64", name: "Mila", label: "Mila", services: ["333"] };
    const more =
      catalog === null
        ? ""
        : enquiryOf(ctx, { ...catalog, staff: [...catalog.staff, mila as never] }, { ...given, plan: both })
            .apart;
    expect(more).toMatch(/Anna/u);
    expect(more).toMatch(/Mila/u);
    expect(more).not.toMatch(/James/u);
    const named =
      catalog === null
        ? null
        : enquiryOf(ctx, catalog, {
            ...given,
            plan: { ...withJames, visit: { ...withJames.visit, serviceIds: ["333"] } },
          });
    expect(named).toMatchObject({ only: "James", plan: { staffName: "James" } });
    const one =
      catalog === null
        ? null
        : enquiryOf(
            ctx,
            { ...catalog, staff: [...catalog.staff, mila as never] },
            { ...given, plan: { ...plan, visit: { ...plan.visit, serviceIds: ["99055"] } } },
          );
    expect(one).toMatchObject({ only: "Anna", apart: "" });
  });
});
