/** The small core by itself: which tools there are, and which of them fire. */
import { describe, expect, it } from "vitest";
import { coreBookingSettings, coreTools, toolsAttribute } from "../../../scripts/sdk/contract.ts";
import { Account } from "../../../scripts/sandbox/platform/account.ts";
import { agentTools, firingTools } from "../../../scripts/sandbox/platform/index.ts";
import { Secrets } from "../../../scripts/secrets/index.ts";

function accountWith(values: Readonly<Record<string, string>>): Account {
  const account = new Account(new Secrets(), new Set());
  Object.entries(values).forEach(([idn, value]) => {
    account.customer.setValue(idn, value);
  });
  return account;
}
const idns = (account: Account): string[] => agentTools(account).map(({ idn }) => idn);

describe("the agent's tools", () => {
  it("are core's own where they are switched on, and none where the tools cannot be read", () => {
    expect(idns(accountWith({}))).toEqual([]);
    const on = { [coreBookingSettings.book.enabled]: "True", [toolsAttribute]: "{" };
    expect(idns(accountWith(on))).toEqual([coreTools.book, coreTools.find]);
  });

  it("are the account's beside them, and in place of those with the same key", () => {
    const own = { conditions: { mine: { type: "boolean", description: "Mine." } } };
    const account = accountWith({
      [coreBookingSettings.check.enabled]: "true",
      [toolsAttribute]: JSON.stringify({ tools: { my_tool: own, [coreTools.check]: own } }),
    });
    expect(idns(account)).toEqual([coreTools.check, "my_tool"]);
    expect(agentTools(account)[0]?.conditions).toEqual({ mine: "Mine." });
  });
});

describe("the tools that fire", () => {
  const tool = (idn: string, conflictTag: string) => ({
    ...{ idn, conflictTag, description: "", useConversationHistory: false },
    conditions: { a: "", b: "" },
  });
  const tools = [tool("one", "x"), tool("two", "x"), tool("three", ""), tool("four", "")];
  const yes = { a: true, b: true };

  it("have all conditions true, and a tag for themselves", () => {
    expect(firingTools(tools, { one: { a: true, b: false }, two: yes, three: yes, four: yes })).toEqual([
      "two",
      "three",
      "four",
    ]);
    expect(firingTools(tools, { one: yes, two: yes })).toEqual(["one"]);
    expect(firingTools(tools, { one: {}, two: {} })).toEqual([]);
  });
});
