// @run {"input":[{"id":"a","next":["b","c"]},{"id":"b","next":["d"]},{"id":"c","next":[]},{"id":"d","next":["a"]}]}
interface Step { id: string; next: string[] }

export function main(steps: Step[]): string[] {
  const byId = new Map(steps.map((s) => [s.id, s]));
  const seen = new Set<string>();
  const queue = [steps[0].id];
  const order: string[] = [];
  while (queue.length > 0) {
    const id = queue.shift()!;
    if (seen.has(id)) continue;
    seen.add(id);
    order.push(id);
    queue.push(...(byId.get(id)?.next ?? []));
  }
  return order;
}
