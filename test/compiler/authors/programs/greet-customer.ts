// @run {"input": {"hour": 9}, "attributes": {"customer": {"profile": "{\"firstName\":\"Eva\",\"visits\":7,\"lastService\":\"manicure\"}", "language": "es"}}}
// @run {"input": {"hour": 19}, "attributes": {"customer": {"profile": "oops{", "language": ""}}}
// @run {"input": {"hour": 14}, "attributes": {"customer": {"profile": "{\"firstName\":\"Jo\",\"visits\":0}", "language": "fr"}}}
import type { SkillContext } from "#sdk";

interface Profile {
  firstName?: string;
  visits: number;
  lastService?: string;
}

type PartOfDay = "morning" | "afternoon" | "evening";

const GREETINGS: { [lang: string]: { [part in PartOfDay]: string } } = {
  en: { morning: "Good morning", afternoon: "Good afternoon", evening: "Good evening" },
  es: { morning: "Buenos días", afternoon: "Buenas tardes", evening: "Buenas noches" },
};

function partOfDay(hour: number): PartOfDay {
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}

function safeParse<T>(text: string, fallback: T): T {
  try {
    return { ...fallback, ...JSON.parse(text) };
  } catch {
    return fallback;
  }
}

export function main(ctx: SkillContext, input: { hour: number }): string {
  const profile = safeParse<Profile>(ctx.getCustomerAttribute("profile"), { visits: 0 });
  const lang = ctx.getCustomerAttribute("language") || "en";
  const greeting = (GREETINGS[lang] ?? GREETINGS["en"])![partOfDay(input.hour)];

  const parts = [profile.firstName ? `${greeting}, ${profile.firstName}!` : `${greeting}!`];
  if (profile.visits > 5) {
    parts.push(`Thank you for visiting us ${profile.visits} times.`);
  }
  if (profile.lastService) {
    parts.push(`Would you like another ${profile.lastService}?`);
  }

  ctx.log(`greeting in ${lang}`);
  return parts.join(" ");
}
