/** The calendar of the business: a day by columns, or a week. */
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import type { ViewProps } from "../view-props.ts";
import { DayCalendar } from "./day-calendar.tsx";
import { WeekCalendar } from "./week-calendar.tsx";

/** Where a service has no calendar to look at, its lines. */
export function CalendarView(props: ViewProps): JSX.Element {
  const [isWeek, setIsWeek] = useState(false);
  const { calendar, lines } = props.state;
  if (calendar === null) {
    return (
      <ul class="card">
        {lines.length === 0 && <li class="hint">Nothing stands in the calendar.</li>}
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  }
  return (
    <>
      <div class="bar" role="group" aria-label="What is shown">
        <button
          type="button"
          aria-pressed={!isWeek}
          onClick={() => {
            setIsWeek(false);
          }}
        >
          Day
        </button>
        <button
          type="button"
          aria-pressed={isWeek}
          onClick={() => {
            setIsWeek(true);
          }}
        >
          Week
        </button>
        <span class="hint">
          Drag an appointment, or press it, to play the team. The arrow keys lead from one to the next.
        </span>
      </div>
      {isWeek ? (
        <WeekCalendar {...props} calendar={calendar} />
      ) : (
        <DayCalendar {...props} calendar={calendar} />
      )}
    </>
  );
}
