// @run {"input":{"slot":"2026-05-01T10:00","name":"Ann"},"responses":[{"status":201,"body":"{\"data\":{\"id\":42}}"}]}
// @run {"input":{"slot":"2026-05-01T10:00","name":"Ann"},"responses":[{"status":422,"body":"{}"}]}
import type { SkillContext } from "#sdk";

interface Created { data: { id: number } }

export async function main(ctx: SkillContext, booking: { slot: string; name: string }): Promise<string> {
  const res = await ctx.send({
    method: "POST",
    url: "https://api.example/records",
    body: JSON.stringify({ datetime: booking.slot, client: { name: booking.name } }),
    authorization: "none",
  });
  if (res.status < 200 || res.status >= 300) {
    return "The booking failed.";
  }
  const created: Created = JSON.parse(res.body);
  return `Booked as ${created.data.id}.`;
}
