/** Tells the agent of the caller's appointments before it has said anything. */
import { userDataEvent, type SkillContext } from "#sdk";

/** What the part of the caller's profile that holds the appointments is called. */
const appointmentsSection = "altegio_appointments";

/** Puts the caller's appointments into the agent's context without having it speak. */
export function sendCallerAppointments(ctx: SkillContext, text: string): void {
  ctx.sendSystemEvent(userDataEvent, { sectionName: appointmentsSection, sectionValue: text });
}
