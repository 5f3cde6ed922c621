// @run {"input":["I want to book a haircut tomorrow","cancel my appointment please","What are your opening hours?","hm","reschedule to 5pm"]}
type Intent = "book" | "cancel" | "move" | "hours" | "unknown";

interface Rule {
  intent: Exclude<Intent, "unknown">;
  patterns: RegExp[];
  weight?: number;
}

const rules: Rule[] = [
  { intent: "book", patterns: [/\bbook\b/i, /\bappointment\b/i, /\bwant to (come|visit)\b/i] },
  { intent: "cancel", patterns: [/\bcancel/i, /\bcall off\b/i], weight: 2 },
  { intent: "move", patterns: [/\bre-?schedule\b/i, /\bmove\b/i], weight: 2 },
  { intent: "hours", patterns: [/\b(opening|business) hours\b/i, /\bopen\b/i] },
];

function detect(message: string): { intent: Intent; confidence: number } {
  const scores = rules.map(({ intent, patterns, weight = 1 }) => ({
    intent,
    score: weight * patterns.filter((pattern) => pattern.test(message)).length,
  }));
  const total = scores.reduce((sum, { score }) => sum + score, 0);
  if (total === 0) return { intent: "unknown", confidence: 0 };
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return { intent: best.intent, confidence: Math.round((best.score / total) * 100) };
}

export function main(messages: string[]) {
  return messages.map((message) => {
    const { intent, confidence } = detect(message);
    return `${intent}:${confidence}`;
  });
}
