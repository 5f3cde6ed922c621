/** What happens at publish. */
import { asObject, instructionAttribute, parseJson, property, toolsAttribute } from "#sdk";
import type { JsonObject, SkillContext } from "#sdk";
import { apiKey, collectionEnabled } from "../attributes/index.ts";
import { frameNames } from "../module/names.ts";
import { tools } from "../module/tools.ts";
import { collectScenario } from "../scenarios/index.ts";

/** Makes the attributes appear, starts the connector, registers the tools and tells the agent how the conversation goes. */
export function setUp(ctx: SkillContext): void {
  if (ctx.getCustomerAttribute(collectionEnabled.idn) === "") {
    ctx.setCustomerAttribute(collectionEnabled.idn, collectionEnabled.defaultValue);
  }
  for (const attribute of [apiKey, collectionEnabled]) {
    ctx.setCustomerMetadata(attribute.idn, {
      title: attribute.title,
      description: attribute.description,
      group: "Pedalo",
      value_type: attribute.valueType,
      possible_values: attribute.possibleValues,
      is_hidden: attribute.hidden,
    });
  }
  if (ctx.getConnectorStatus("http", frameNames.connectorIdn) === null) {
    ctx.createConnector("http", frameNames.connectorIdn, "Pedalo");
  }
  const told = ctx.getCustomerAttribute(instructionAttribute);
  if (!told.includes(collectScenario.title)) {
    const steps = collectScenario.steps.map((step) => `- ${step.text}`).join("\n");
    ctx.setCustomerAttribute(
      instructionAttribute,
      `${told}\n# ${collectScenario.title}\n${collectScenario.start}\n${steps}\n`,
    );
  }
  registerTools(ctx);
  ctx.log(
    ctx.getCustomerAttribute(collectionEnabled.idn) === "True"
      ? "Pedalo is set up."
      : "Pedalo is set up, and collections are switched off.",
  );
}

/** Adds the tools that are not switched off to those of the account; the others are not this module's. */
function registerTools(ctx: SkillContext): void {
  const others = asObject(property(parseJson(ctx.getCustomerAttribute(toolsAttribute)).value, "tools")) ?? {};
  let all: JsonObject = { ...others };
  for (const { idn, description, conditions, useConversationHistory, conflictTag, enabledBy } of tools) {
    if (ctx.getCustomerAttribute(enabledBy) !== "False") {
      const tool = {
        description,
        conditions: { agentPromised: { type: "boolean", description: conditions[0]?.description ?? "" } },
        useConversationHistory,
        conflictPolicy: { tag: conflictTag },
        action: { type: "send_event" },
      };
      all = { ...all, ...Object.fromEntries([[idn, tool]]) };
    }
  }
  ctx.setCustomerAttribute(toolsAttribute, JSON.stringify({ tools: all }));
}
