import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  const rows: { url: string; status: number }[] = [];
  for (const url of ["https://example.com/a", "https://example.com/b"]) {
    const row = { url, status: 0 };
    rows.push(row);
    const answer = await ctx.send({ method: "GET", url, body: "", authorization: "none" });
    row.status = answer.status; // <- here
  }
  ctx.log(JSON.stringify(rows));
}
