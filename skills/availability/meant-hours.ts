/** Hours of the night that a caller will have meant for the afternoon. */
import { laterHalf, meantTime } from "../domain/day-halves.ts";
import type { Slot } from "../domain/pick-slots.ts";
import type { AvailabilityWish } from "./availability-wish.ts";

/** The wish as it will be meant on a day: `15:00` for `03:00`, and `15:00` to `17:00` for `03:00` to `05:00`. */
export function meantWish(wish: AvailabilityWish, slots: readonly Slot[]): AvailabilityWish {
  const { time, timeFrom, timeTo, finishBy } = wish;
  const start = time !== "" ? time : timeFrom;
  const end = time !== "" ? "" : timeTo !== "" ? timeTo : finishBy;
  const first = slots[0]?.time ?? "";
  // A part of the day that begins at night and ends later is meant as it stands, and so is one that crosses midnight.
  const isLater =
    end === ""
      ? start !== "" && meantTime(slots, start) !== start
      : start <= end && first > end && first < laterHalf(end);
  return isLater
    ? {
        ...wish,
        time: laterHalf(time),
        timeFrom: laterHalf(timeFrom),
        timeTo: laterHalf(timeTo),
        finishBy: laterHalf(finishBy),
      }
    : wish;
}

/** A sentence to begin with where another hour was looked for than the one that was said; "" where it was not. */
export function meantText(said: AvailabilityWish, meant: AvailabilityWish): string {
  return hours(said) === hours(meant)
    ? ""
    : `${hours(said)} is outside the hours in which anything is free; the caller will have meant ${hours(meant)}. `;
}

function hours(wish: AvailabilityWish): string {
  return wish.time !== ""
    ? wish.time
    : `${wish.timeFrom === "" ? "" : `from ${wish.timeFrom}`}${wish.timeTo === "" ? "" : ` until ${wish.timeTo}`}${wish.finishBy === "" ? "" : ` over by ${wish.finishBy}`}`.trim();
}
