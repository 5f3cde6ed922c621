import { describe, expect, it } from "vitest";
import { attributes } from "../../../attributes/index.ts";
import { migrate, migrations, pendingMigrations } from "../../../skills/setup/migrations.ts";
import type { Migration } from "../../../skills/setup/migrations.ts";
import { MemoryHost } from "../memory-host.ts";
import { definitionsVersion } from "../../../attributes/version.ts";
import { isVersion, versionNumber } from "../../../skills/setup/version.ts";

/** An example of what a longer history could look like. */
const history: readonly Migration[] = [
  { version: "0.10.0", renamedAttributes: [], rebuiltAttributes: ["altegio_catalog"], retired: [] },
  {
    version: "0.2.0",
    renamedAttributes: [{ from: "altegio_days", to: "altegio_existing_appointments_search_days" }],
    rebuiltAttributes: [],
    retired: [],
  },
  {
    version: "1.0.0",
    renamedAttributes: [{ from: "altegio_key", to: "altegio_secret" }],
    rebuiltAttributes: [],
    retired: [],
  },
];
const versions = (from: string, to: string): string[] =>
  pendingMigrations(history, from, to).map(({ version }) => version);

describe("versions", () => {
  it("are compared as numbers", () => {
    const sorted = ["0.0.9", "0.1.0", "0.2.0", "0.9.9", "0.9.10", "0.10.0", "1.0.0", "10.0.0"];
    expect(sorted.toSorted((a, b) => versionNumber(a) - versionNumber(b))).toEqual(sorted);
    expect(new Set(sorted.map(versionNumber)).size).toBe(sorted.length);
  });

  it.each(["", "1.0", "v1.0.0", "1.0.0-rc", "x"])("%j is none, and older than all", (text) => {
    expect(isVersion(text)).toBe(false);
    expect(versionNumber(text)).toBe(0);
  });

  it("name the migrations between them, oldest first", () => {
    expect(versions("", "1.0.0")).toEqual(["0.2.0", "0.10.0", "1.0.0"]);
    expect(versions("0.1.0", "0.10.0")).toEqual(["0.2.0", "0.10.0"]);
    expect(versions("0.2.0", "0.9.0")).toEqual([]);
    expect(versions("0.9.0", "0.10.0")).toEqual(["0.10.0"]);
    expect(versions("1.0.0", "1.0.0")).toEqual([]);
  });
});

describe("migrate", () => {
  const customer = { altegio_days: "30", altegio_catalog: "{}", altegio_key: "k", altegio_secret: "own" };

  it("carries values over without losing one, from every version", () => {
    for (const from of ["", "0.1.0", "0.2.0", "0.10.0", "1.0.0"]) {
      const host = new MemoryHost({ customer });
      const done = migrate(host.context(), history, from, "1.0.0");
      expect(done).toBe(versions(from, "1.0.0").length);
      expect(host.customer.get("altegio_days")).toBe("30");
      expect(host.customer.get("altegio_secret")).toBe("own");
      expect(host.customer.get("altegio_existing_appointments_search_days")).toBe(
        versionNumber(from) < versionNumber("0.2.0") ? "30" : undefined,
      );
      expect(host.customer.get("altegio_catalog")).toBe(
        versionNumber(from) < versionNumber("0.10.0") ? "" : "{}",
      );
    }
  });

  it("can be repeated after it was cut short", () => {
    const host = new MemoryHost({ project: { altegio_days: "30" } });
    migrate(host.context(), history, "0.1.0", "1.0.0");
    const once = new Map(host.customer);
    migrate(host.context(), history, "0.1.0", "1.0.0");
    expect(host.customer).toEqual(once);
    expect(once.get("altegio_existing_appointments_search_days")).toBe("30");
  });
});

describe("the module's migrations", () => {
  it("are ordered, end at its version and fill attributes it has", () => {
    const numbers = migrations.map(({ version }) => versionNumber(version));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(numbers.every((number) => number > 0 && number <= versionNumber(definitionsVersion))).toBe(true);
    const idns = new Set<string>(attributes.map(({ idn }) => idn));
    for (const { renamedAttributes, rebuiltAttributes } of migrations) {
      expect(
        [...renamedAttributes.map(({ to }) => to), ...rebuiltAttributes].every((idn) => idns.has(idn)),
      ).toBe(true);
    }
  });
});
