/** Says what core does itself with bookings, and which of its tools the module keeps from firing. */
import { replaceCoreTools } from "../../attributes/index.ts";
import { coreBookingSettings } from "#sdk";
import type { SkillContext } from "#sdk";
import { isOn } from "../domain/settings.ts";
import type { ToolsStep } from "./merge-tools.ts";

/**
 * One line: core's switches with their paths, then its tools.
 *
 * @param replaces the module is to keep core's tools from firing
 */
export function reportCore(ctx: SkillContext, tools: ToolsStep, replaces: boolean): string {
  const { check, book, cancel } = coreBookingSettings;
  const switches = [
    coreSwitch(ctx, "availability checks", check.enabled, check.type),
    coreSwitch(ctx, "booking", book.enabled, book.type),
    coreSwitch(ctx, "cancellation", cancel.enabled, cancel.type),
  ].join(", ");
  const facts: string[] = [];
  if (tools.replaced.length > 0) {
    facts.push(`${tools.replaced.join(", ")} replaced by entries that never fire`);
  }
  if (tools.theirs.length > 0) {
    facts.push(
      `${tools.theirs.join(", ")} left as you wrote it: where it fires as well, the caller is answered twice`,
    );
  }
  if (tools.failed) {
    facts.push("its tools could not be replaced, so the caller may be answered twice");
  } else if (!replaces) {
    facts.push(`${replaceCoreTools.idn} is off, so its tools may fire as well as the module's`);
  }
  return [`Core: ${switches}`, ...facts].join("; ");
}

/** `booking on (default)`; what is set nowhere counts as off. */
function coreSwitch(ctx: SkillContext, name: string, enabled: string, path: string): string {
  const type = ctx.getCustomerAttribute(path).trim();
  const shown = type === "" ? "" : ` (${type})`;
  return isOn(ctx.getCustomerAttribute(enabled)) ? `${name} on${shown}` : `${name} off`;
}
