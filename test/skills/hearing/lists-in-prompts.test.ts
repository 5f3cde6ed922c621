/** Which extraction prompts carry the lists of services and staff: those of whoever chooses from them. */
import { http } from "msw";
import { expect, it } from "vitest";
import type { SkillHandler } from "../../../scripts/sdk/definition.ts";
import { findAppointments } from "../../../skills/appointments/find-appointments.ts";
import { checkAvailability } from "../../../skills/availability/check-availability.ts";
import { bookAppointment } from "../../../skills/booking/book-appointment.ts";
import { cancelAppointment } from "../../../skills/cancellation/cancel-appointment.ts";
import { rescheduleAppointment } from "../../../skills/reschedule/reschedule-appointment.ts";
import { altegioServer, api, ok } from "../altegio-shapes.ts";
import { MemoryHost } from "../memory-host.ts";
import { haircut, kept, record } from "../own-appointments.ts";
import { published, tokens } from "../published.ts";

const server = altegioServer();
const event = { idn: "tool", integrationIdn: "system", connectorIdn: "system", arguments: {} };

it.each<[string, SkillHandler, boolean]>([
  ["free times", checkAvailability, true],
  ["a booking", bookAppointment, true],
  ["a cancellation", cancelAppointment, false],
  ["a move", rescheduleAppointment, false],
  ["a look-up", findAppointments as SkillHandler, false],
])("%s", async (_, handler, hasLists) => {
  server.use(
    http.get(`${api}/record/:loc/:id`, () => ok(record)),
    http.get(`${api}/book_record/:loc/:id/:hash`, () => ok(record)),
  );
  const customer = await published({ altegio_user_token: tokens.altegio_user_token });
  const long = {
    ...customer,
    altegio_services_text: "Hair: Haircut; ".repeat(500),
    altegio_staff_text: "Anna",
  };
  const host = new MemoryHost({ customer: long, generated: {}, persona: kept(haircut) });
  await handler(host.context(), event);
  const [prompt] = host.calls("Gen").map((call) => JSON.stringify(call));
  expect(prompt?.includes("Hair: Haircut; ")).toBe(hasLists);
  expect((prompt?.length ?? 0) < 5000).toBe(!hasLists);
});
