// @run {"input":{"staff":[{"id":1,"name":"Ann"},{"id":2,"name":"Bob"}],"wanted":[2,1,3]}}
interface Staff { id: number; name: string }

export function main(input: { staff: Staff[]; wanted: number[] }): string[] {
  const byId = new Map<number, Staff>();
  for (const member of input.staff) {
    byId.set(member.id, member);
  }
  return input.wanted.map((id) => byId.get(id)?.name ?? "unknown");
}
