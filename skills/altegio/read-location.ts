/** Readers for locations and countries. */
import { asList, asText, property } from "#sdk";
import type { JsonValue } from "#sdk";
import type { Location } from "../domain/catalog.ts";
import { wireFlag, wireName } from "./wire-values.ts";

/** A location one may choose. */
export interface LocationChoice {
  readonly id: string;
  /** `Title, City (id)`. */
  readonly label: string;
}

/** The location of `GET /company/{id}`, null when the data is none (docs/altegio-api.md, "A location"). */
export function readLocation(data: JsonValue): Location | null {
  const id = asText(property(data, "id"));
  if (id === "") {
    return null;
  }
  const publicTitle = wireName(property(data, "public_title"));
  const confirmation = property(data, "phone_confirmation");
  return {
    id,
    title: publicTitle !== "" ? publicTitle : wireName(property(data, "title")),
    city: wireName(property(data, "city")),
    countryId: asText(property(data, "country_id")),
    zone: asText(property(data, "timezone_name")).trim(),
    currency: wireName(property(data, "currency_short_title")),
    phone: {
      code: "",
      own: [property(data, "phone"), ...asList(property(data, "phones"))]
        .map((phone) => asText(phone).trim())
        .filter((phone, index, all) => phone !== "" && all.indexOf(phone) === index),
    },
    smsCodeRequired: wireFlag(confirmation),
    emailRequired: wireFlag(property(data, "booking_email_required")),
    commentRequired: wireFlag(property(data, "booking_comment_required")),
  };
}

/** The calling code of a country as digits, from `GET /countries` (docs/altegio-api.md, "Countries"). */
export function readPhoneCode(data: JsonValue, countryId: string): string {
  const country = asList(data).find((row) => asText(property(row, "id")) === countryId) ?? null;
  return asText(property(country, "phone_code")).replace(/[^0-9]/gu, "");
}

/** One page of an application's locations (docs/altegio-api.md, "Locations of an application"). */
export function readLocationChoices(data: JsonValue): readonly LocationChoice[] {
  return asList(data)
    .filter((row) => asText(property(row, "id")) !== "")
    .map((row) => ({ id: asText(property(row, "id")), label: choiceLabel(row) }));
}

function choiceLabel(row: JsonValue): string {
  const publicTitle = wireName(property(row, "public_title"));
  const title = publicTitle !== "" ? publicTitle : wireName(property(row, "title"));
  const city = wireName(property(row, "city"));
  return `${city === "" ? title : `${title}, ${city}`} (${asText(property(row, "id"))})`;
}
