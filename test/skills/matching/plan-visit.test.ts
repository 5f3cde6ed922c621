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

  it("asks which service, unless there is but one", () => {
    const nothing = planVisit({ ...catalog, services: [] }, ["Haircut"], "");
    const unsaid = planVisit(catalog, [], "");
    const unknown = planVisit(catalog, ["Tattoo"], "");
    const twice = planVisit(catalog, ["Haircut", "Haircut"], "");
    for (const plan of [nothing, unsaid, unknown, twice]) {
      expect({ ...plan, question: "", isUnknown: false }).toEqual({
        question: "",
        isUnknown: false,
        visit: { locationId: "1", serviceIds: [], staffId: "0" },
        serviceNames: [],
        staffName: "",
        subject: "",
        prepaid: false,
        whenAsked: "",
        isOnly: false,
      });
    }
    expect(new Set([nothing, unsaid, unknown, twice].map(({ question }) => question)).size).toBe(4);
    expect([nothing, unsaid, unknown, twice].map(({ isUnknown }) => isUnknown)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(nothing.question).toContain("No service can be booked online");
    expect(unsaid.question).toContain("which service");
    const one = { ...catalog, services: catalog.services.slice(0, 1) };
    expect(planVisit(one, [], "")).toMatchObject({ question: "", visit: { serviceIds: ["10"] } });
    expect(planVisit(one, ["Tattoo"], "").isUnknown).toBe(true);
  });

  it("says whose it is, and what it costs and takes, where that is known", () => {
    const named = planVisit(catalog, ["Coloring"], "Mila");
    expect(named).toMatchObject({
      question: "",
      isUnknown: false,
      visit: { locationId: "1", serviceIds: ["11"], staffId: "3" },
      serviceNames: ["Coloring"],
      staffName: "Mila",
      subject: "Coloring with Mila",
      isOnly: false,
      prepaid: false,
    });
    const unnamed = planVisit(catalog, ["Haircut", "Coloring"], "");
    expect(unnamed).toMatchObject({ staffName: "", subject: "Haircut and Coloring", isOnly: true });
    expect(unnamed.whenAsked).not.toContain("done by");
    expect(named.whenAsked).not.toContain("done by");
    expect(planVisit(catalog, ["Haircut", "Coloring"], "Nil").isOnly).toBe(true);
    expect(planVisit(catalog, ["Haircut"], "")).toMatchObject({ isUnknown: false, isOnly: false });
    const quick = [{ ...member("3", "Mila", ["11"]), terms: "11:1800:5:5" }];
    expect(planVisit({ ...catalog, staff: quick }, ["Coloring"], "Mila").whenAsked).toContain("30 minutes");
    const paid = { ...service("12", "Tanning"), prepaid: true };
    const prepaid = { ...catalog, services: [...catalog.services, paid], linksKnown: false };
    expect(planVisit(prepaid, ["Haircut", "Tanning"], "Anna").prepaid).toBe(true);
    expect(planVisit(prepaid, ["Haircut", "Tanning"], "").prepaid).toBe(true);
    expect(planVisit(prepaid, ["Haircut"], "").prepaid).toBe(false);
  });

  it("leaves to Altegio who does what where that is not known", () => {
    const loose = { ...catalog, linksKnown: false, staff: catalog.staff.slice(1, 2) };
    const plan = planVisit(loose, ["Coloring"], "");
    expect(plan).toMatchObject({ question: "", isOnly: false });
    expect(plan.whenAsked).not.toContain("Anna");
    expect(planVisit(loose, ["Coloring"], "Anna")).toMatchObject({ staffName: "Anna", isOnly: false });
    expect(planVisit({ ...loose, staff: [] }, ["Coloring"], "").question).toBe("");
  });

  it("asks what else where nobody does it, or nobody all of it, and who else where the member does not", () => {
    const without = { ...catalog, staff: catalog.staff.slice(1) };
    const none = planVisit({ ...catalog, staff: catalog.staff.slice(1, 2) }, ["Coloring"], "").question;
    const apart = planVisit(without, ["Haircut", "Coloring"], "").question;
    expect(none).toContain("Nobody on the staff");
    expect(apart).toContain("No single staff member does Haircut and Coloring");
    const denied = { isUnknown: true, staffName: "", visit: { serviceIds: ["11"], staffId: "2" } };
    expect(planVisit(catalog, ["Coloring"], "Anna")).toMatchObject(denied);
    const bob = planVisit(catalog, ["Coloring"], "Bob");
    expect(bob).toMatchObject({ isUnknown: true, staffName: "", visit: { serviceIds: [] } });
    const whole = { ...service("20", "Makeover"), parts: ["10", "11"] };
    const made = { ...catalog, services: [...catalog.services, whole] };
    const own = { ...made, staff: [member("4", "Zoe", ["20"])] };
    expect(planVisit(own, ["Makeover"], "Zoe")).toMatchObject({ question: "", staffName: "Zoe" });
    expect(planVisit({ ...made, staff: [member("4", "Zoe", [])] }, ["Haircut"], "Zoe").question).not.toBe("");
  });
});
