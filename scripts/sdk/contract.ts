/**
 * Every platform name that public documentation does not settle, in one place. Readers accept every
 * candidate, in this order; writers use the first.
 */
import { plainText } from "./plain-text.ts";
import type { SkillContext } from "./types.ts";

/**
 * Argument names of an HTTP result event (docs/platform.md, "Arguments of an HTTP result").
 * Core's slot handlers take `output`, `_validateHttpStatusCode(code)` takes `code`.
 */
export const httpResultArguments = {
  body: ["output", "response", "body", "text", "result"],
  status: ["code", "status_code", "statusCode", "status"],
} as const;

/** Events that carry an HTTP result (docs/platform.md, "HTTP results"). One skill serves them all. */
export const httpResultEvents = ["result_success", "result_error", "magic_http_response"] as const;

/** The event among them that means: no HTTP answer arrived. */
export const httpErrorEvent = "result_error";

/** Where timers are set, and where they fire (docs/platform.md, "Timers"). */
export const timerIntegration = "program_timer";

/** The connector of timers (docs/platform.md, "Timers"). */
export const timerConnector = "session_timer";

/** The event of a timer that names none (docs/platform.md, "Timers"). */
export const timerEvent = "timer";

/** `status` of a connector that works (docs/platform.md, "Connectors"). */
export const connectorRunning = "running";

/**
 * The field that starts a stopped connector; the REST client's name for it
 * (docs/platform.md, "An existing connector").
 */
export const connectorStatusField = "status";

/**
 * The form in which `Gen` is given its schema: the platform's typed data say an object, the website's reference JSON
 * text (docs/platform.md, "The answer of the model"). One call cannot serve both.
 */
export const schemaForm: "object" | "text" = "object";

/** `temperature` of `Gen`: a schema is filled from what was said, and twice alike (docs/platform.md, "The answer of the model"). */
export const extractionTemperature = "0";

/** The customer attribute that holds custom tools (docs/platform.md, "Custom tools"). */
export const toolsAttribute = "project_attributes_settings_newo_tools";

/**
 * Core's own tools for bookings, by what they do; the event of each carries its name. A custom tool of the same key
 * stands in for it (docs/platform.md, "Core's own tools").
 */
export const coreTools = {
  check: "check_availability_tool",
  book: "create_booking_tool",
  cancel: "cancel_booking_tool",
  find: "search_booking_tool",
} as const;

/**
 * The customer attributes that switch what core does itself, and on which path (docs/platform.md, "Core's own tools").
 * Nothing names one for `search_booking_tool`.
 */
export const coreBookingSettings = {
  check: {
    enabled: "project_attributes_setting_booking_check_availability_enabled",
    type: "project_attributes_setting_booking_check_availability_type",
    schema: "project_attributes_setting_booking_check_availability_payload_schema_template",
  },
  book: {
    enabled: "project_attributes_setting_booking_enabled",
    type: "project_attributes_setting_booking_type",
    schema: "project_attributes_setting_booking_payload_schema_template",
  },
  cancel: {
    enabled: "project_attributes_setting_booking_cancellation_enabled",
    type: "project_attributes_setting_booking_cancellation_type",
  },
} as const;

/** The customer attribute that holds the canvas as JSON text (docs/platform.md, "The canvas"). */
export const canvasAttribute = "project_attributes_private_dynamic_workflow_builder_canvas";

/**
 * The additive attribute scenarios go to while there is no canvas we know
 * (docs/platform.md, "Adding to the canvas").
 */
export const instructionAttribute = "project_attributes_setting_additional_global_conversation_instruction";

/**
 * The canvas's form: an object with a list `types`, whose elements carry `idn` and a list of items
 * (docs/platform.md, "Form of the canvas"). Only `types`, `idn` and the type `introduction` were seen; the rest
 * are candidates, of which the first is written where none is found.
 */
export const canvasShape = {
  types: "types",
  items: ["items", "elements", "cards"],
  intents: ["intent_types", "intent_type", "intents", "intent"],
  scenarios: ["scenarios", "scenario"],
  procedures: ["procedures", "procedure"],
} as const;

/** Has the agent's instructions and the intent map built from the canvas anew (docs/platform.md, "The canvas"). */
export function prepareInstructions(ctx: SkillContext): void {
  ctx.sendSystemEvent("gm_prepare_instructions", {});
  ctx.sendSystemEvent("gm_prepare_itm", {});
}

/** Events between core and booking modules (docs/platform.md, "Core's events"). */
export const coreEvents = {
  availability: "get_available_slots",
  booking: "book_slot",
  cancellation: "convo_agent_cancel_booking",
  reschedule: "reschedule_booking_tool",
  sessionStart: "session_started",
  freeTimes: "receive_available_slots",
  result: "result_success",
} as const;

/**
 * Names under which core may hand a booking's id back: it addresses bookings by one, and the field's name is
 * not documented (docs/platform.md, "Fields of a booking").
 */
export const coreBookingIdNames = ["bookingId", "booking_id", "id", "record_id"] as const;

/**
 * Argument of core's events that carries the data; an object or JSON text
 * (docs/platform.md, "Form of a payload").
 */
export const corePayloadArgument = "payload";

/**
 * Integrations whose `externalId` is a phone number, and whose messages come from it. On all others a person can claim
 * any number, and core makes phone actors from one that was merely said: beside an actor of another integration a phone
 * actor proves nothing (docs/platform.md, "Phone numbers").
 */
export const phoneIntegrations = ["newo_voice", "vapi", "twilio_messenger"] as const;

/**
 * Numbers several people call from; how they are separated is not documented
 * (docs/platform.md, "Phone numbers").
 */
export const commonPhonesAttribute = "project_attributes_setting_common_phone_numbers";

/**
 * Arguments in which an event may name its channel, where it came through none: core's table has `actorId` with a
 * question mark, beside `session_started` (docs/platform.md, "Channels of a caller").
 */
export const channelArguments = ["actorId", "actor_id", "userActorId", "user_actor_id"] as const;

/** Parks a conversation until an urgent message comes; it has no arguments (docs/platform.md, "Long operations"). */
export const waitingModeEvent = "convoagent_activate_waiting_mode";

/** Keeps a session from ending; it has no arguments (docs/platform.md, "Long operations"). */
export const extendSessionEvent = "extend_session";

/**
 * Off: `convoagent_update_followup` sets the timer after which the agent asks whether the caller is still there, but the
 * names of its arguments are nowhere documented (docs/platform.md, "Arguments of the follow-up timer"). The waiting mode
 * serves instead.
 */
export const setsFollowUp: boolean = false;

/**
 * Says that an answer will take a while: the session does not end under it, and the agent does not ask meanwhile. The
 * answer itself, an urgent message, releases the conversation on every path. Core waits by itself for what it has asked
 * for, and a result for core is no urgent message: there the conversation is not parked.
 *
 * @param fromCore core has asked, and not a tool of the module's
 */
export function beginLongOperation(ctx: SkillContext, fromCore: boolean): void {
  ctx.sendSystemEvent(extendSessionEvent, {});
  if (!fromCore) {
    ctx.sendSystemEvent(waitingModeEvent, {});
  }
  if (setsFollowUp) {
    ctx.sendSystemEvent("convoagent_update_followup", { interval: "60" });
  }
}

// Whatever an answer repeats of a caller's words or of the booking system's names goes through `plainText` here.

/** The event that has the agent speak. */
export const urgentMessageEvent = "urgent_message";

/**
 * Gives an answer to the agent, which speaks it (docs/platform.md, "Speaking to the caller"). These two
 * arguments are evidenced.
 */
export function sendUrgentMessage(ctx: SkillContext, instruction: string): void {
  ctx.sendSystemEvent(urgentMessageEvent, {
    baseInstruction: plainText(instruction),
    uninterruptible: "True",
  });
}

/**
 * Gives an answer to the agent in the channel that asked: the answer to a request names a user, of whose channels core
 * would take the last that spoke (docs/platform.md, "Channels of a caller").
 *
 * @param channel the id of an actor; "" leaves the choice to core
 */
export function answerIn(ctx: SkillContext, channel: string, instruction: string): void {
  if (channel === "") {
    sendUrgentMessage(ctx, instruction);
  } else {
    ctx.sendSystemEventTo(channel, urgentMessageEvent, {
      baseInstruction: plainText(instruction),
      uninterruptible: "True",
    });
  }
}

/**
 * Gives free times to core. A readable text is safe in both of core's processing modes
 * (docs/platform.md, "Free times for core"); the argument's name is that of core's own parser
 * (docs/platform.md, "Argument of free times").
 *
 * @param channel the id of the actor that asked, in whose channel core then speaks; "" leaves the choice to core
 */
export function sendAvailableSlots(ctx: SkillContext, channel: string, output: string): void {
  if (channel === "") {
    ctx.sendSystemEvent(coreEvents.freeTimes, { output: plainText(output) });
  } else {
    ctx.sendSystemEventTo(channel, coreEvents.freeTimes, { output: plainText(output) });
  }
}

/**
 * Gives the result of a booking to core. Failures are a success event with a failing code too, because core
 * takes a `result_error` for a failed availability check (docs/platform.md, "Results for core").
 *
 * @param channel as of `sendAvailableSlots`
 * @param code HTTP-like status as text, "201" for a made appointment
 * @param bookingId the made appointment's id, "" when there is none
 */
export function sendBookingResult(
  ctx: SkillContext,
  channel: string,
  code: string,
  output: string,
  bookingId: string,
): void {
  sendResult(ctx, channel, "book_slot", code, output, bookingId);
}

/**
 * Gives the result of a cancellation to core, in the form of a booking's result
 * (docs/platform.md, "Which result is meant").
 *
 * @param channel as of `sendAvailableSlots`
 * @param code HTTP-like status as text, "200" for a cancelled appointment
 * @param bookingId the cancelled appointment's id, "" when none was cancelled
 */
export function sendCancellationResult(
  ctx: SkillContext,
  channel: string,
  code: string,
  output: string,
  bookingId: string,
): void {
  sendResult(ctx, channel, "cancel_booking", code, output, bookingId);
}

function sendResult(
  ctx: SkillContext,
  channel: string,
  targetAction: string,
  code: string,
  output: string,
  bookingId: string,
): void {
  const text = plainText(output);
  if (channel === "") {
    ctx.sendSystemEvent(coreEvents.result, { targetAction, code, output: text, bookingId });
  } else {
    ctx.sendSystemEventTo(channel, coreEvents.result, { targetAction, code, output: text, bookingId });
  }
}

/**
 * Puts a section into what the agent knows of its caller, without having it speak: arguments `sectionName` and
 * `sectionValue`. The event is evidenced, its arguments carry the names of the helper that reads them
 * (docs/platform.md, "Arguments of a section").
 */
export const userDataEvent = "convoagent_update_custom_user_data";
