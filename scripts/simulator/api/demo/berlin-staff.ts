/** Team of Lindenhof Studio, Berlin: five who can be booked and one who cannot. */
import type { StaffData, StaffLink, WeekSchedule, WorkSpan } from "../salon-data.ts";

function link(serviceId: number, minutes: number, priceMin: number, priceMax = priceMin): StaffLink {
  return { serviceId, seconds: minutes * 60, priceMin, priceMax };
}

// "10:00-14:00 14:30-19:00" = work with a break from 14:00 to 14:30.
function spans(text: string): readonly WorkSpan[] {
  return text.split(" ").map((span) => {
    const [from = "", to = ""] = span.split("-");
    return { from, to };
  });
}

function person(
  id: number,
  name: string,
  specialization: string,
  rest: Pick<StaffData, "position" | "weight" | "rating" | "links" | "week"> & Partial<StaffData>,
): StaffData {
  const information = `<p>${name}, ${specialization.toLowerCase()}.</p>`;
  const flags = { bookable: true, fired: false, hidden: false };
  return { id, name, specialization, information, ...flags, exceptions: {}, ...rest };
}

const tuesdayToSaturday: WeekSchedule = {
  2: spans("10:00-14:00 14:30-19:00"),
  3: spans("10:00-14:00 14:30-19:00"),
  4: spans("10:00-14:00 14:30-19:00"),
  5: spans("10:00-14:00 14:30-19:00"),
  6: spans("10:00-16:00"),
};

const mondayToFriday: WeekSchedule = {
  1: spans("09:00-13:00 14:00-17:00"),
  2: spans("09:00-13:00 14:00-17:00"),
  3: spans("09:00-13:00 14:00-17:00"),
  4: spans("09:00-13:00 14:00-17:00"),
  5: spans("09:00-13:00"),
};

/** The team. Holidays are days off in `exceptions`. */
export const berlinStaff: readonly StaffData[] = [
  person(7101, "Anna Becker", "Senior stylist", {
    position: { id: 11, title: "Stylist" },
    weight: 60,
    rating: 4.9,
    links: [
      link(61001, 60, 65),
      link(61002, 45, 40),
      link(61003, 30, 25),
      link(61004, 30, 32),
      link(61011, 120, 110),
      link(61013, 90, 70),
    ],
    week: tuesdayToSaturday,
    exceptions: { "2026-10-03": [], "2026-12-24": spans("10:00-13:00"), "2026-12-25": [], "2026-12-26": [] },
  }),
  person(7102, "Jonas Keller", "Barber", {
    position: { id: 12, title: "Barber" },
    weight: 50,
    rating: 4.8,
    links: [link(61002, 30, 35), link(61003, 30, 22)],
    week: mondayToFriday,
    exceptions: { "2026-12-25": [] },
  }),
  person(7103, "Mila Novak", "Colourist", {
    position: { id: 11, title: "Stylist" },
    weight: 40,
    rating: 4.7,
    links: [
      link(61001, 75, 55),
      link(61004, 30, 28),
      link(61011, 120, 95),
      link(61012, 180, 160, 190),
      link(61013, 90, 65),
      link(61099, 150, 140),
    ],
    week: {
      3: spans("11:00-15:00 15:45-20:00"),
      4: spans("11:00-15:00 15:45-20:00"),
      5: spans("11:00-20:00"),
      6: spans("10:00-16:00"),
    },
    exceptions: { "2026-10-03": [], "2026-12-25": [], "2026-12-26": [] },
  }),
  person(7104, "Sofia Rossi", "Nail artist", {
    position: { id: 13, title: "Nail artist" },
    weight: 30,
    rating: 4.6,
    links: [link(61021, 45, 30), link(61022, 75, 45), link(61023, 60, 48), link(61031, 30, 18)],
    week: {
      1: spans("12:00-20:00"),
      2: spans("09:00-13:00 13:30-18:00"),
      4: spans("09:00-13:00 13:30-18:00"),
      5: spans("09:00-13:00 13:30-18:00"),
      6: spans("09:00-15:00"),
    },
  }),
  person(7105, "Lena Hoffmann", "Cosmetologist", {
    position: null,
    weight: 20,
    rating: 5,
    links: [link(61031, 30, 20), link(61032, 60, 70)],
    week: { 1: spans("10:00-18:00"), 4: spans("10:00-18:00"), 5: spans("10:00-18:00") },
  }),
  person(7106, "Paul Richter", "Trainee", {
    position: { id: 14, title: "Trainee" },
    weight: 10,
    rating: 0,
    links: [link(61003, 45, 15), link(61004, 45, 18)],
    week: mondayToFriday,
    bookable: false,
  }),
];
