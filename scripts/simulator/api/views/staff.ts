/** A team member on the wire. */
import type { Json, JsonObject } from "../json.ts";
import type { StaffData } from "../salon-data.ts";

const AVATAR = "https://app.alteg.io/images/no-master.png";
const SMALL_AVATAR = "https://app.alteg.io/images/no-master-sm.png";

/**
 * A row of `book_staff` (docs/altegio-api.md, "Staff"). Somebody who cannot be booked has the short form
 * without `seance_date`. `seanceDate` "" = nothing free within the horizon.
 */
export function bookStaffView(
  staff: StaffData,
  booking: { readonly bookable: boolean; readonly seanceDate: string; readonly scheduleTill: string },
): JsonObject {
  const shared = {
    id: staff.id,
    name: staff.name,
    bookable: booking.bookable,
    specialization: staff.specialization,
    show_rating: 1,
    rating: staff.rating,
    votes_count: 12,
    avatar: AVATAR,
    comments_count: 3,
    weight: staff.weight,
    information: staff.information,
  };
  if (!booking.bookable) {
    return { ...shared, position: positionView(staff) };
  }
  return {
    ...shared,
    api_id: null,
    user_id: null,
    position: staff.position === null ? [] : { ...staff.position, services_binding_type: 0 },
    position_id: staff.position?.id ?? 0,
    avatar_big: AVATAR,
    ...(booking.seanceDate === "" ? {} : { seance_date: booking.seanceDate }),
    schedule_till: booking.scheduleTill,
    seances: [],
    has_access_timetable: false,
    image_group: [],
    fired: 0,
    status: 0,
    hidden: 0,
    user: null,
    prepaid: "forbidden",
  };
}

/** `staff` inside a public record (docs/altegio-api.md, "A visitor's appointment"). */
export function recordStaffView(staff: StaffData): JsonObject {
  return {
    id: staff.id,
    name: staff.name,
    specialization: staff.specialization,
    position: positionView(staff),
    show_rating: 1,
    rating: staff.rating,
    votes_count: 12,
    avatar: AVATAR,
    comments_count: 3,
  };
}

/** `staff` inside a B2B record (docs/altegio-api.md, "An appointment of the business"). */
export function crmStaffView(staff: StaffData): JsonObject {
  return {
    id: staff.id,
    name: staff.name,
    specialization: staff.specialization,
    position: positionView(staff),
    avatar: SMALL_AVATAR,
    avatar_big: AVATAR,
    rating: staff.rating,
    votes_count: 12,
  };
}

function positionView(staff: StaffData): Json {
  return staff.position === null ? [] : { ...staff.position };
}
