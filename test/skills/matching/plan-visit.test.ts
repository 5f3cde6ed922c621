import { describe, expect, it } from "vitest";
import type { Catalog } from "../../../skills/domain/catalog.ts";
import { planVisit } from "../../../skills/matching/plan-visit.ts";

const location = {
  id: "1",
  title: "Salon",
  city: "",
  countryId: "7",
  zone: "Europe/Berlin",
  currency: "€",
  phone: { code: "49", own: [] },
  smsCodeRequired: false,
  emailRequired: false,
  commentRequired: false,
};
const service = (id: string, name: string): Catalog["services"][number] => ({
  ...{ id, name, label: name, category: "", priceMin: "20", priceMax: "20" },
  ...{ seconds: 3600, longest: 3600, usual: "", prepaid: false, parts: [] },
});
const member = (id: string, name: string, services: readonly string[]): Catalog["staff"][number] => ({
  ...{ id, name, label: name, specialization: "", services, terms: "" },
});

const catalog: Catalog = {
  location,
  loadedAt: "2026-10-19T08:00:00+00:00",
  services: [service("10", "Haircut"), service("11", "Coloring")],
  staff: [member("1", "Nil", ["10", "11"]), member("2", "Anna", ["10"]), member("3", "Mila", ["11"])],
  linksKnown: true,
};

describe("planVisit", () => {
  it("finds a member whose name else leaves the choice open", () => {
    expect(planVisit(catalog, ["Haircut"], "Nil")).toMatchObject({ question: "", staffName: "Nil" });
    const without = { ...catalog, staff: catalog.staff.slice(1) };
    expect(planVisit(without, ["Haircut"], "nil")).toMatchObject({ question: "", staffName: "" });
  });

  it("books a composite service by its parts, with whoever does them all", () => {
    const whole = { ...service("20", "Makeover"), parts: ["10", "11"] };
    const made = { ...catalog, services: [...catalog.services, whole] };
    expect(planVisit(made, ["Makeover"], "")).toMatchObject({
      visit: { serviceIds: ["10", "11"], staffId: "0" },
      serviceNames: ["Haircut", "Coloring"],
      subject: "Makeover",
      isOnly: true,
    });
    expect(planVisit(made, ["Makeover"], "Anna").question).toContain("Anna does not do Makeover");
    const elsewhere = { ...made, services: [{ ...whole, parts: ["98", "99"] }], linksKnown: false };
    expect(planVisit(elsewhere, ["Makeover"], "")).toMatchObject({
      visit: { serviceIds: ["98", "99"] },
      serviceNames: ["Makeover", "Makeover"],
    });
  });
});
