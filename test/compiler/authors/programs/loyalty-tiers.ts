// @run {"input":[{"type":"visit","amount":120.5,"date":"2026-01-10"},{"type":"visit","amount":80,"date":"2026-02-14"},{"type":"redeem","points":50,"date":"2026-03-01"},{"type":"birthday","date":"2026-04-02"},{"type":"redeem","points":5000,"date":"2026-05-01"}]}
// @run {"input":[]}
type Event =
  | { type: "visit"; amount: number; date: string }
  | { type: "redeem"; points: number; date: string }
  | { type: "birthday"; date: string };

interface Account {
  points: number;
  spent: number;
  tier: "bronze" | "silver" | "gold";
  log: string[];
}

const tiers = [
  { name: "gold", from: 500, rate: 1.5 },
  { name: "silver", from: 100, rate: 1.25 },
  { name: "bronze", from: 0, rate: 1 },
] as const;

function tierFor(spent: number) {
  return tiers.find(({ from }) => spent >= from) ?? tiers[2];
}

function apply(account: Account, event: Event): Account {
  switch (event.type) {
    case "visit": {
      const { rate } = tierFor(account.spent);
      const earned = Math.floor(event.amount * rate);
      const spent = account.spent + event.amount;
      return { ...account, spent, points: account.points + earned, tier: tierFor(spent).name, log: [...account.log, `+${earned}`] };
    }
    case "redeem":
      if (event.points > account.points) {
        return { ...account, log: [...account.log, `refused ${event.points}`] };
      }
      return { ...account, points: account.points - event.points, log: [...account.log, `-${event.points}`] };
    case "birthday":
      return { ...account, points: account.points + 100, log: [...account.log, "+100 birthday"] };
  }
}

export function main(events: Event[]) {
  const start: Account = { points: 0, spent: 0, tier: "bronze", log: [] };
  return [...events].sort((a, b) => a.date.localeCompare(b.date)).reduce(apply, start);
}
