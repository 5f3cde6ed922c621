// @run {"input":[{"id":"a","at":"2026-05-03"},{"id":"b","at":"2026-05-01"}]}
// @run {"input":[]}
// @advice ? 1 : 0)
interface Visit { id: string; at: string }

export function main(visits: Visit[]): Visit | null {
  const sorted = visits.slice().sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return sorted[0] ?? null;
}
