// @run {"input":{"id":"9"},"responses":[{"status":200,"body":"{\"slots\":[\"10:00\",\"11:00\"]}"},{"status":201,"body":"{\"id\":77}"}]}
// @run {"input":{"id":"9"},"responses":[{"status":200,"body":"{\"slots\":[]}"}]}
import type { SkillContext } from "#sdk";

const api = (path: string) => `https://api.example${path}`;

const loadSlots = async (ctx: SkillContext, id: string): Promise<string[]> => {
  const res = await ctx.send({ method: "GET", url: api(`/slots/${id}`), body: "", authorization: "none" });
  return res.status === 200 ? (JSON.parse(res.body) as { slots: string[] }).slots : [];
};

const book = async (ctx: SkillContext, id: string, time: string): Promise<number | null> => {
  const res = await ctx.send({ method: "POST", url: api("/bookings"), body: JSON.stringify({ id, time }), authorization: "none" });
  return res.status === 201 ? (JSON.parse(res.body) as { id: number }).id : null;
};

export async function main(ctx: SkillContext, { id }: { id: string }): Promise<string> {
  const [first] = await loadSlots(ctx, id);
  if (!first) return "no slots";
  const booking = await book(ctx, id, first);
  return booking === null ? "failed" : `booked ${first} as ${booking}`;
}
