/**
 * Every platform name that public documentation does not settle, in one place. Readers accept every
 * candidate, in this order; writers use the first.
 */
import type { SkillContext } from "./sdk/index.ts";

/** The connector all requests go through. Name: the product's promise; integration: by the peers' custom. */
export const connector = {
  integrationIdn: "http",
  idn: "altegio_connector",
  title: "Altegio connector",
} as const;

/**
 * Argument names of an HTTP result event (newo-platform reference, section 7.4: UNKNOWN U2).
 * Core's slot handlers take `output`, `_validateHttpStatusCode(code)` takes `code`.
 */
export const httpResultArguments = {
  body: ["output", "response", "body", "text", "result"],
  status: ["code", "status_code", "statusCode", "status"],
} as const;

/** Events that carry an HTTP result (newo-platform reference, section 7.4). One skill serves them all. */
export const httpResultEvents = ["result_success", "result_error", "magic_http_response"] as const;

/** The event among them that means: no HTTP answer arrived. */
export const httpErrorEvent = "result_error";

/** First part of `targetAction` in our commands; tells our results from everybody else's. */
export const frameToken = "altegio";

/** Persona attribute prefix of a suspended skill's locals. One attribute a request, deleted when used. */
export const framePrefix = "altegio_frame_";

/** The version of everything the publish hook writes: attributes, tools, texts. That of `module.yaml`. */
export const definitionsVersion = "0.1.0";

/** `status` of a connector that works (newo-platform reference, section 7.2: "running" | "stopped" | None). */
export const connectorRunning = "running";

/** The field that starts a stopped connector; the REST client's name for it (section 7.2: UNKNOWN U12). */
export const connectorStatusField = "status";

/** The customer attribute that holds custom tools (newo-platform reference, section 3.1). */
export const toolsAttribute = "project_attributes_settings_newo_tools";

/** Events core sends to booking modules (newo-platform reference, section 2.2). */
export const coreEvents = {
  availability: "get_available_slots",
  booking: "book_slot",
} as const;

/** Argument of core's events that carries the data; an object or JSON text (section 2.4: UNKNOWN U5). */
export const corePayloadArgument = "payload";

/**
 * Integrations whose `externalId` is a phone number (newo-platform reference, section 10). Elsewhere, in web
 * chat or Telegram, it is an opaque id.
 */
export const phoneIntegrations = ["newo_voice", "vapi", "twilio_messenger"] as const;

/**
 * Gives an answer to the agent, which speaks it (newo-platform reference, section 3.6). These two arguments
 * are evidenced.
 */
export function sendUrgentMessage(ctx: SkillContext, instruction: string): void {
  ctx.sendSystemEvent("urgent_message", { baseInstruction: instruction, uninterruptible: "True" });
}

/**
 * Gives free times to core. A readable text is safe in both of core's processing modes (newo-platform
 * reference, section 2.6); the argument's name is that of core's own parser (UNKNOWN U3).
 */
export function sendAvailableSlots(ctx: SkillContext, output: string): void {
  ctx.sendSystemEvent("receive_available_slots", { output });
}

/**
 * Gives the result of a booking to core. Failures are a success event with a failing code too, because core
 * takes a `result_error` for a failed availability check (newo-platform reference, section 2.5: UNKNOWN U4).
 *
 * @param code HTTP-like status as text, "201" for a made appointment
 * @param bookingId the made appointment's id, "" when there is none
 */
export function sendBookingResult(ctx: SkillContext, code: string, output: string, bookingId: string): void {
  ctx.sendSystemEvent("result_success", { targetAction: "book_slot", code, output, bookingId });
}
