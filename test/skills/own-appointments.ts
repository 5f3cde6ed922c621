/** Appointments as the agent keeps them and as Altegio shows them, for the tests of what changes them. */
import type { Appointment } from "../../skills/domain/appointment.ts";

/** James's haircut on Monday, made through the agent. */
export const haircut: Appointment = {
  number: 1,
  record_id: "2820023",
  record_hash: "567df655",
  location_id: "4564",
  services: [{ id: "331", name: "Haircut" }],
  staff: { id: "16", name: "James" },
  datetime: "2026-09-21T12:00:00-05:00",
  phone: "13155550175",
  full_name: "James Smith",
  status: "booked",
  seconds: 3600,
  written_at: "2026-09-14T12:00:00+00:00",
};

/** Anna's colouring on Wednesday. */
export const coloring: Appointment = {
  ...haircut,
  number: 2,
  record_id: "2820024",
  record_hash: "aa11bb22",
  services: [{ id: "99055", name: "Coloring" }],
  staff: { id: "48", name: "Anna" },
  datetime: "2026-09-23T11:00:00-05:00",
};

/** The attribute that holds them. */
export const kept = (...entries: readonly Appointment[]): Record<string, string> => ({
  altegio_appointments: JSON.stringify(entries),
});

/** The haircut as the business sees it. */
export const record = {
  id: 2820023,
  company_id: 4564,
  staff_id: 16,
  services: [
    { id: 331, title: "Haircut", cost: 40.5, cost_to_pay: 40.5, first_cost: 45, discount: 10, amount: 1 },
  ],
  staff: { id: 16, name: "James", position: [] },
  client: {
    id: 572,
    name: "James",
    surname: "Smith",
    phone: "+1 315 555 0175",
    email: "j@example.com",
    custom_fields: [],
  },
  date: "2026-09-21 12:00:00",
  // The offset has been seen wrong; nothing may be read from it.
  datetime: "2026-09-21T12:00:00+0300",
  comment: "left side",
  attendance: 2,
  deleted: false,
  api_id: "777",
  seance_length: 3600,
  length: 3600,
  sms_remain_hours: 6,
  email_remain_hours: 0,
  custom_fields: [],
  record_labels: [],
  technical_break_duration: null,
};

/** The colouring as the business sees it. */
export const coloringRecord = {
  ...record,
  id: 2820024,
  staff_id: 48,
  staff: { id: 48, name: "Anna" },
  services: [{ id: 99055, title: "Coloring" }],
  date: "2026-09-23 11:00:00",
};
