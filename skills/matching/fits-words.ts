/** Whether an appointment can be the one a caller speaks of: whatever was said must be true of it. */
import { addDays, asInteger, isDate, plainTime, toInteger } from "#sdk";
import type { Appointment } from "../domain/appointment.ts";
import { months, speakDate, weekdays } from "../text/speak-date.ts";
import { isNearWord } from "./near-word.ts";
import { simpleName } from "./simple-name.ts";

/** Words that tell no appointment from another. */
const smallWords =
  " the my mine a an one ones at on in with by for of and or both all first second third last latest other them those everything alle beide beiden beides alles vse oba obe todas todos ambas ambos tous toutes next upcoming is it its that this these appointment appointments booking visit session slot time please i have had made booked would like to want cancel cancelling move moving change reschedule same oclock am pm mr mrs ms miss dr ";

/** Hours as they are said, from two on: `one` is mostly no number. */
const hourWords: readonly string[] = [
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** The caller's words, one by one, as `fitsWord` takes them. */
export function wordsOf(said: string): readonly string[] {
  return said
    .toLowerCase()
    .replace(/[ \t\r\n,;!?"“”()]+/gu, " ")
    .split(" ")
    .map((word) => word.replace(/[.:]+$/u, ""))
    .filter((word) => word !== "" && !smallWords.includes(` ${simpleName(word)} `));
}

/**
 * True when a word can be said of the appointment: its day, its time, a part of the day, or a word of its services'
 * or staff member's names, or of the person's.
 *
 * @param word of `wordsOf`
 * @param today `YYYY-MM-DD` on the location's clock
 * @param person whose it is, where that may be meant; "" where it is not
 */
export function fitsWord(entry: Appointment, word: string, today: string, person: string): boolean {
  const date = entry.datetime.slice(0, 10);
  const time = entry.datetime.slice(11, 16);
  const hour = asInteger(time.slice(0, 2));
  if (isDate(word)) {
    return word === date;
  }
  if (plainTime(word) !== "") {
    return plainTime(word) === time;
  }
  if (hourWords.includes(word)) {
    return [hour, hour - 12].includes(hourWords.indexOf(word) + 2);
  }
  const number = toInteger(word.replace(/(?:st|nd|rd|th|am|pm)$/u, ""));
  if (number.ok) {
    const day = asInteger(date.slice(8, 10));
    const fits = [day, hour, hour - 12].includes(number.value) || date.startsWith(`${number.value}-`);
    return number.value > 0 && fits;
  }
  if ([...weekdays, ...months].some((name) => name.toLowerCase() === word)) {
    return speakDate(date).toLowerCase().includes(word);
  }
  switch (word) {
    case "today":
      return date === today;
    case "tomorrow":
      return date === addDays(today, 1);
    case "noon":
      return time === "12:00";
    case "morning":
      return hour < 12;
    case "afternoon":
      return hour >= 12 && hour < 18;
    case "evening":
      return hour >= 17;
    default:
      return namesWord(entry, simpleName(word), person);
  }
}

/** `pedicures` and `pedi` are both said of a pedicure; a part of three letters or less must be the whole. */
function namesWord(entry: Appointment, word: string, person: string): boolean {
  const names = `${entry.services.map((service) => service.name).join(" ")} ${entry.staff.name} ${person}`;
  const parts = word.split(" ");
  const known = simpleName(names).split(" ");
  return parts.every((part) =>
    known.some(
      (name) =>
        isNearWord(name, part) ||
        (part.length > 3 && name.startsWith(part)) ||
        (name.length > 3 && part.startsWith(name)),
    ),
  );
}
