/** The calendar functions of the SDK, under the name the skills know. */
export {
  addDays,
  dateOfDay,
  dayNumber,
  daysInMonth,
  isDate,
  minutesOf,
  plainTime,
  weekdayOf,
} from "../../module/sdk/calendar.ts";
