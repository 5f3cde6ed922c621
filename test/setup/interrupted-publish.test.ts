/** A publish hook that is stopped half-way, and the publish that comes after it: as if nothing had happened. */
import { expect, it } from "vitest";
import { userContent } from "./user-content.ts";
import { inBothRuntimes, type Life } from "./in-both-runtimes.ts";

/** Brings an account to where it was before its first publish. */
function remember({ sandbox }: Life): () => void {
  const { customer, connectors, timers } = sandbox.account;
  const before = customer.idns.map((idn) => ({ idn, ...customer.find(idn) }));
  return () => {
    connectors.clear();
    timers.clear();
    customer.idns.forEach((idn) => {
      customer.delete(idn);
    });
    before.forEach(({ idn, value = "", metadata = {} }) => {
      customer.setValue(idn, value);
      customer.setMetadata(idn, metadata);
    });
  };
}

/** What stands in the account, without what tells of moments and of who set it up. */
const standing = ({ sandbox }: Life): readonly (readonly [string, string])[] =>
  sandbox.account.customer.idns
    .filter((idn) => idn !== "altegio_setup_persona")
    .map((idn): readonly [string, string] => [
      idn,
      sandbox
        .getAttribute(idn)
        .replace(/last publish .*|"loadedAt":"[^"]*"/gu, "")
        .replace(/^Version: .*$/mu, "Version"),
    ])
    .toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Publishes, and loses the hook with the answer to one of its requests: what would have woken it never comes. */
async function stopAt(life: Life, request: number): Promise<void> {
  let seen = 0;
  const held = life.sandbox.holdResults(() => {
    seen += 1;
    return seen >= request;
  });
  await life.publish();
  expect(held.events).toHaveLength(1);
  held.stop();
  life.sandbox.account.timers.clear();
}

it("is completed by the next publish, wherever it stopped", async () => {
  await inBothRuntimes(userContent, async (life) => {
    const restore = remember(life);
    const from = life.sandbox.trace.entries.length;
    await life.publish();
    await life.publish();
    const whole = standing(life);
    const requests = life.sandbox.trace.of("http", from).length / 2;
    expect(requests).toBeGreaterThan(8);
    for (let request = 1; request <= requests; request += 1) {
      restore();
      await stopAt(life, request);
      expect(life.get("altegio_setup_status")).toContain("publish again if this line stays");
      // At once: what cannot be done because of the one that hangs is said.
      await life.publish();
      expect(life.get("altegio_setup_status")).not.toContain("publish again if this line stays");
      const line = life.status("Catalogue");
      expect(line).toMatch(/ loaded$|being loaded by an operation that began a moment ago/u);
      life.pass(1);
      await life.publish();
      expect(standing(life)).toEqual(whole);
    }
  });
});
