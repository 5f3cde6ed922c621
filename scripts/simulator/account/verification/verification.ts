/** Makes sure of a whole set-up, on a real account or a simulated one: the five checks of the product page. */
import { randomBytes } from "node:crypto";
import { locationId, userToken } from "../../../../attributes/index.ts";
import type { Catalog } from "../../../../skills/domain/catalog.ts";
import type { Verification } from "../../../sandbox/conversations/index.ts";
import { asker } from "../ask.ts";
import { madeEntry, takeBack } from "./clean-up.ts";
import { makeChecks, storedCatalog } from "./checks.ts";
import { Ledger } from "./ledger.ts";

/** The checks of this module. */
export const verification: Verification = {
  placeAttribute: locationId.idn,
  simulatedCaller: "+4915198765432",
  begin: (account) => {
    const { values, send } = account;
    const ledger = new Ledger();
    const on = {
      account,
      ledger,
      location: (values[locationId.idn] ?? "").trim(),
      hasUserToken: (values[userToken.idn] ?? "").trim() !== "",
      // Tells its appointments from everybody else's.
      mark: `Verification ${randomBytes(4).toString("hex")}`,
      ask: asker(values, send),
    };
    let catalog: Catalog | null = null;
    return {
      watch: (request) => ledger.watch(request),
      check: async (setUp, onCheck) => {
        catalog = storedCatalog(setUp, on.location);
        await makeChecks(on, setUp, onCheck);
      },
      cleanUp: async () => {
        for (const entry of ledger.entries) {
          await takeBack(on, entry);
        }
      },
      made: () => ledger.entries.map((entry) => madeEntry(entry, on.mark, catalog)),
    };
  },
};
