/** Who may do what in the demo salon. The tokens are made up and open nothing but the simulator. */
import type { ApplicationData, PartnerData, Permissions, UserData } from "../salon-data.ts";

/** Partner token of the demo. */
export const DEMO_PARTNER_TOKEN = "demo-partner-token";

/** Token of the application's technical user, linked to the two Lindenhof locations in Germany. */
export const DEMO_USER_TOKEN = "demo-user-token";

/** The marketplace application that is installed in the demo locations. */
export const DEMO_APPLICATION_ID = 1193;

/** The main demo location: Lindenhof Studio, Berlin. */
export const DEMO_LOCATION_ID = 720441;

/** The second location, in Hamburg. */
export const DEMO_HAMBURG_ID = 720442;

/** The third location, in Vienna; the technical user is not linked to it. */
export const DEMO_VIENNA_ID = 720443;

/** Every right a booking integration asks for (docs/altegio-api.md, "Rights"). */
export const FULL_PERMISSIONS: Permissions = {
  timetable: {
    timetable_access: true,
    master_id: 0,
    position_id: 0,
    last_days_count: 0,
    schedule_edit_access: false,
    timetable_phones_access: true,
    timetable_transferring_record_access: true,
    timetable_statistics_access: false,
    timetable_waiting_list_access: false,
  },
  record_form: {
    record_form_access: true,
    record_form_client_access: true,
    records_autocomplete_access: true,
    records_autocomplete_phone_access: true,
    create_records_access: true,
    edit_records_access: true,
    records_edit_last_days_count: -1,
    records_edit_date_and_master_access: true,
    delete_records_access: true,
    delete_paid_records_access: false,
    record_form_client_add_access: true,
  },
  clients: {
    clients_access: true,
    client_phones_access: true,
    clients_card_phone_access: true,
    clients_phones_access: true,
  },
  settings: { webhook_read_access: true },
};

/** The one partner of the demo. */
export const demoPartners: readonly PartnerData[] = [
  { id: 1201, token: DEMO_PARTNER_TOKEN, applicationIds: [DEMO_APPLICATION_ID] },
];

/** The application's technical user. */
export const demoUsers: readonly UserData[] = [
  {
    id: 90017,
    token: DEMO_USER_TOKEN,
    rights: [
      { locationId: DEMO_LOCATION_ID, permissions: FULL_PERMISSIONS },
      { locationId: DEMO_HAMBURG_ID, permissions: FULL_PERMISSIONS },
    ],
  },
];

/** The application and its three installations. */
export const demoApplications: readonly ApplicationData[] = [
  {
    id: DEMO_APPLICATION_ID,
    installations: [
      { locationId: DEMO_LOCATION_ID, status: "active", since: "2026-02-02 09:12:40" },
      { locationId: DEMO_HAMBURG_ID, status: "active", since: "2026-03-17 15:04:11" },
      { locationId: DEMO_VIENNA_ID, status: "pending", since: "2026-08-30 11:20:05" },
    ],
  },
];
