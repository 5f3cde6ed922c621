// @run {"input": {"start": "2025-07-10T10:00:00Z", "cancelledAt": "2025-07-08T09:00:00Z", "price": 85.5}}
// @run {"input": {"start": "2025-07-10T10:00:00Z", "cancelledAt": "2025-07-09T20:00:00Z", "price": 85.55, "tier": "vip"}}
// @run {"input": {"start": "2025-07-10T10:00:00Z", "cancelledAt": "2025-07-10T10:30:00Z", "price": 30}}
interface Input {
  start: string;
  cancelledAt: string;
  price: number;
  tier?: "standard" | "vip";
}

interface Rule {
  minHours: number;
  percent: number;
  label: string;
}

const RULES: Rule[] = [
  { minHours: 48, percent: 0, label: "free cancellation" },
  { minHours: 24, percent: 25, label: "late cancellation" },
  { minHours: 2, percent: 50, label: "same-day cancellation" },
  { minHours: 0, percent: 80, label: "last-minute cancellation" },
];

const NO_SHOW: Rule = { minHours: -Infinity, percent: 100, label: "no-show" };

function hoursBetween(a: string, b: string): number {
  return (Date.parse(b) - Date.parse(a)) / 3_600_000;
}

function roundMoney(value: number): number {
  return Math.round(value * 100) / 100;
}

export function main({ start, cancelledAt, price, tier = "standard" }: Input) {
  const hours = hoursBetween(cancelledAt, start);
  const rule = RULES.find((r) => hours >= r.minHours) ?? NO_SHOW;
  const multiplier = tier === "vip" ? 0.5 : 1;
  const fee = roundMoney(price * (rule.percent / 100) * multiplier);

  return {
    fee,
    refund: roundMoney(price - fee),
    reason: rule.label,
    text: fee > 0 ? `A fee of $${fee.toFixed(2)} applies (${rule.label}).` : "No fee applies.",
  };
}
