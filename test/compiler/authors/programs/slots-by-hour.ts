// @run {"input":["09:00","09:15","13:45","13:00","18:30","09:30"]}
// @run {"input":[]}
type PartOfDay = "morning" | "afternoon" | "evening";

function partOf(hour: number): PartOfDay {
  if (hour < 12) return "morning";
  return hour < 17 ? "afternoon" : "evening";
}

const labels: Record<PartOfDay, string> = {
  morning: "in the morning",
  afternoon: "in the afternoon",
  evening: "in the evening",
};

export function main(times: string[]) {
  const byHour: Record<string, string[]> = {};
  const counts: Partial<Record<PartOfDay, number>> = {};

  for (const time of times) {
    const [hourText = "0"] = time.split(":");
    (byHour[hourText] ??= []).push(time);
    const part = partOf(Number(hourText));
    counts[part] = (counts[part] ?? 0) + 1;
  }

  const hours = Object.keys(byHour).sort((a, b) => Number(a) - Number(b));
  const text = (Object.entries(counts) as [PartOfDay, number][])
    .map(([part, count]) => `${count} ${labels[part]}`)
    .join(", ");

  return {
    hours,
    earliest: hours.length > 0 ? byHour[hours[0]!]!.toSorted()[0] : null,
    text: text || "nothing free",
  };
}
