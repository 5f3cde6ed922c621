// @run {"input":["new","done","new","cancelled"]}
export function main(statuses: string[]): Record<string, number> {
  return statuses.reduce((counts, status) => {
    counts[status] = (counts[status] || 0) + 1;
    return counts;
  }, {} as Record<string, number>);
}
