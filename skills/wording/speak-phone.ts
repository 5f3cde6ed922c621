/** Phone numbers as they are read out. */
import type { PhoneCountry } from "../domain/phone.ts";

/**
 * A number in groups of two to four digits, without the code of the location's own country: `315 555 0175`,
 * `+491 511 234 5678`. Where the code of another country ends would take a table.
 *
 * @param phone digits with the country code
 */
export function speakPhone(phone: string, country: PhoneCountry): string {
  const isInside = country.code !== "" && phone.startsWith(country.code);
  const groups = (isInside ? phone.slice(country.code.length) : phone).replace(
    /([0-9]{3})(?=[0-9]{2})/gu,
    "$1 ",
  );
  return isInside ? groups : `+${groups}`;
}
