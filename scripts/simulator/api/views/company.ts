/** A location on the wire: `GET /company/{id}`, the marketplace list and the short form inside records. */
import { bookableStaff } from "../catalogue.ts";
import type { JsonObject } from "../json.ts";
import type { LocationData, SalonData } from "../salon-data.ts";
import { standardHours } from "../zone-time.ts";

const LOGO = "https://assets.example.com/l.png";

function countryTitle(salon: SalonData, location: LocationData): string {
  return salon.countries.find((country) => country.id === location.countryId)?.title ?? "";
}

// Keys that every form of a location shares.
function basics(salon: SalonData, location: LocationData): JsonObject {
  return {
    id: location.id,
    title: location.title,
    public_title: location.title,
    short_descr: "",
    logo: LOGO,
    country_id: location.countryId,
    country: countryTitle(salon, location),
    city_id: location.cityId,
    city: location.city,
    phone: location.phone,
    phones: [location.phone],
    timezone: standardHours(location.zone),
    timezone_name: location.zone,
    schedule: "",
    address: location.address,
    coordinate_lat: location.latitude,
    coordinate_lon: location.longitude,
    phone_confirmation: location.rules.phoneConfirmation,
    active_staff_count: bookableStaff(location).length,
    currency_short_title: location.currency,
    group_priority: 0,
  };
}

/**
 * `data` of `GET /company/{id}` (docs/altegio-api.md, "A location"). `nextSlot` is "" unless `forBooking=1`;
 * empty objects arrive as `[]`. `bookforms` comes only with `showBookforms=1`.
 */
export function companyView(
  salon: SalonData,
  location: LocationData,
  options: { readonly nextSlot: string; readonly bookforms: boolean },
): JsonObject {
  const form = { id: location.bookformId, title: "Main form", is_default: 1 };
  const forms = [{ ...form, url: `https://b${location.bookformId}.alteg.io` }];
  return {
    ...basics(salon, location),
    zip: location.zip,
    site: "www.example.com",
    social: {},
    next_slot: options.nextSlot,
    push_notification_phone_confirm: false,
    main_group_id: 0,
    main_group: [],
    groups: [],
    ...(options.bookforms ? { bookforms: forms } : {}),
    online_sales_form_url: "",
    payment_policy: { type: "none" },
    access: {},
    sms_enabled: true,
    booking_email_required: location.rules.emailRequired,
    booking_comment_required: location.rules.commentRequired,
    is_surname_field_enabled: false,
    record_type_id: 0,
  };
}

/**
 * A row of the marketplace list of an application's locations
 * (docs/altegio-api.md, "Locations of an application").
 */
export function salonView(salon: SalonData, location: LocationData): JsonObject {
  return {
    ...basics(salon, location),
    active: location.licenceActive ? 1 : 0,
    email: location.email,
    booking_widget_promo: null,
    bookform_group_priority: 0,
    reminds_sms_disabled: false,
    reminds_sms_default: 1,
    description: "<p></p>",
    photos: [],
    company_photos: [],
    app_ios: "",
    app_android: "",
  };
}

/**
 * `company` inside a public record: `timezone` is text, and the client's rules are here
 * (docs/altegio-api.md, "A visitor's appointment").
 */
export function recordCompanyView(salon: SalonData, location: LocationData): JsonObject {
  return {
    id: location.id,
    title: location.title,
    country_id: location.countryId,
    country: countryTitle(salon, location),
    city_id: location.cityId,
    city: location.city,
    phone: location.phone,
    phones: [],
    timezone: String(standardHours(location.zone)),
    address: location.address,
    coordinate_lat: location.latitude,
    coordinate_lon: location.longitude,
    allow_delete_record: location.rules.allowDelete,
    allow_change_record: location.rules.allowChange,
    site: "www.example.com",
    currency_short_title: location.currency,
    allow_change_record_delay_step: location.rules.changeDelaySeconds,
    allow_delete_record_delay_step: location.rules.deleteDelaySeconds,
  };
}
