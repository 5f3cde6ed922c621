/** A week of the calendar as lists. */
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import type { CalendarShown, EntryShown } from "../../sandbox/workbench/protocol.ts";
import { dayAfter, longDay, mondayOf, timeOf } from "../times.ts";
import type { ViewProps } from "../view-props.ts";
import { EntryDialog } from "./entry-dialog.tsx";

const dragged = "text/plain";

interface WeekProps extends ViewProps {
  readonly calendar: CalendarShown;
}

/** Monday to Sunday, with the way to other weeks. */
export function WeekCalendar({ calendar, act, isBusy }: WeekProps): JSX.Element {
  const first = calendar.entries.map(({ day }) => day).find((day) => day >= calendar.today);
  const [monday, setMonday] = useState(mondayOf(first ?? calendar.today));
  const [opened, setOpened] = useState<EntryShown | null>(null);
  const days = Array.from({ length: 7 }, (_, index) => dayAfter(monday, index));
  return (
    <>
      <div class="bar">
        <button
          type="button"
          aria-label="The week before"
          onClick={() => {
            setMonday(dayAfter(monday, -7));
          }}
        >
          ‹
        </button>
        <strong>
          {longDay(monday)} to {longDay(dayAfter(monday, 6))}
        </strong>
        <button
          type="button"
          aria-label="The week after"
          onClick={() => {
            setMonday(dayAfter(monday, 7));
          }}
        >
          ›
        </button>
      </div>
      <div class="week">
        {days.map((day) => (
          <section
            key={day}
            class={day === calendar.today ? "card today" : "card"}
            data-day={day}
            onDragOver={(event) => {
              event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              const line = event.dataTransfer?.getData(dragged) ?? "";
              const entry = calendar.entries.find((one) => one.line === line);
              if (entry !== undefined && entry.day !== day) {
                void act({ do: "move", line, to: { day, start: entry.start, column: entry.column } });
              }
            }}
          >
            <h2>{longDay(day)}</h2>
            <ul>
              {calendar.entries
                .filter((entry) => entry.day === day)
                .map((entry) => (
                  <li key={entry.line}>
                    <button
                      type="button"
                      class="entry"
                      draggable={!isBusy}
                      onDragStart={(event) => {
                        event.dataTransfer?.setData(dragged, entry.line);
                      }}
                      onClick={() => {
                        setOpened(entry);
                      }}
                    >
                      <b>{timeOf(entry.start)}</b> {entry.title}
                      <span>
                        {entry.column}, for {entry.who}
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      {opened !== null && (
        <EntryDialog
          entry={opened}
          columns={calendar.columns}
          act={act}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </>
  );
}
