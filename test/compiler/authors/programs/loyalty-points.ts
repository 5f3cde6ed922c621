// @run {"input":{"points":480,"tier":"silver","events":[{"type":"purchase","amount":2500},{"type":"refund","amount":500},{"type":"bonus","points":50},{"type":"redeem","points":900}]}}
// @run {"input":{"points":0,"tier":"gold","events":[{"type":"purchase","amount":99}]}}
type Tier = "bronze" | "silver" | "gold";
type LoyaltyEvent =
  | { type: "purchase"; amount: number }
  | { type: "refund"; amount: number }
  | { type: "bonus"; points: number }
  | { type: "redeem"; points: number };

const MULTIPLIER: Record<Tier, number> = { bronze: 1, silver: 2, gold: 3 };
const LIMITS: [Tier, number][] = [["gold", 1000], ["silver", 300], ["bronze", 0]];

function apply(points: number, tier: Tier, event: LoyaltyEvent): number {
  switch (event.type) {
    case "purchase":
      return points + Math.floor(event.amount / 100) * MULTIPLIER[tier];
    case "refund":
      return points - Math.floor(event.amount / 100) * MULTIPLIER[tier];
    case "bonus":
      return points + event.points;
    case "redeem":
      return event.points > points ? points : points - event.points;
  }
}

export function main(account: { points: number; tier: Tier; events: LoyaltyEvent[] }): { points: number; tier: Tier; toNext: number | null } {
  const points = account.events.reduce((p, e) => apply(p, account.tier, e), account.points);
  const found = LIMITS.find(([, min]) => points >= min);
  const tier: Tier = found ? found[0] : "bronze";
  const index = LIMITS.findIndex(([name]) => name === tier);
  const next = index > 0 ? LIMITS[index - 1] : undefined;
  return { points, tier, toNext: next ? next[1] - points : null };
}
