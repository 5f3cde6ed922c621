/** The body that moves an appointment and changes nothing else. */
import { asList, asText, property } from "#sdk";
import type { JsonValue } from "#sdk";
import type { Reference } from "../domain/appointment.ts";

/** Where an appointment is to go: date `YYYY-MM-DD` and time `HH:MM` on the location's clock. */
export interface MoveTarget {
  readonly date: string;
  readonly time: string;
  readonly staff: Reference;
  /** How long the visit takes there, in seconds; 0 when it stays as long as it is. */
  readonly seconds: number;
}

/**
 * The full body of `PUT /record`, copied from the record as it stands: whatever is left out falls back to a
 * default (docs/altegio-api.md, "Changing and cancelling"). `save_if_busy` is false, so that nothing is saved
 * over somebody else's appointment. "" when the record lacks what a body must have.
 *
 * @param record the data of `GET /record`
 */
export function moveBody(record: JsonValue, target: MoveTarget): string {
  const { date, time, staff, seconds } = target;
  const client = property(record, "client");
  const services = asList(property(record, "services")).map(
    (service) => `{${members(service, ["id", "first_cost", "discount", "cost"])}}`,
  );
  const length = seconds > 0 ? `"seance_length":${seconds}` : members(record, ["seance_length"]);
  // A number that is kept back must not be written over the real one.
  const phone = asText(property(client, "phone"));
  const known = phone.includes("*") || phone.length < 9 ? [] : ["phone"];
  const who = members(client, ["id", "name", "surname", "patronymic", "email", ...known]);
  const complete =
    /^[0-9]+$/u.test(staff.id) &&
    ![length, who].includes("") &&
    services.length > 0 &&
    asText(property(client, "id")) !== "";
  const kept = members(record, [
    "comment",
    "attendance",
    "api_id",
    "sms_remain_hours",
    "email_remain_hours",
    "custom_color",
    "record_labels",
    "custom_fields",
    "technical_break_duration",
  ]);
  const parts = [
    `"staff_id":${staff.id}`,
    `"services":[${services.join(",")}]`,
    `"client":{${who}}`,
    `"datetime":"${date} ${time}:00"`,
    length,
    '"save_if_busy":false',
    kept,
  ].filter((part) => part !== "");
  return complete ? `{${parts.join(",")}}` : "";
}

/** Members of an object as JSON text. */
function members(value: JsonValue, names: readonly string[]): string {
  return names
    .filter((name) => property(value, name) !== null)
    .map((name) => `${JSON.stringify(name)}:${memberText(name, property(value, name))}`)
    .join(",");
}

/**
 * A value as JSON text. Numbers are sent as numbers, also those that came as text and decimals, which are
 * texts to a handler (docs/altegio-api.md, "Values on the wire").
 */
function memberText(name: string, value: JsonValue): string {
  const text = JSON.stringify(value);
  return /^(?:id|staff_id|seance_length|[a-z_]*cost|discount|attendance|[a-z_]*hours|technical_break_duration)$/u.test(
    name,
  ) && /^"-?[0-9]+(?:[.][0-9]+)?"$/u.test(text)
    ? text.replaceAll('"', "")
    : text;
}
