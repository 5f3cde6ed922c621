// @run {"input":"confirmed"}
// @run {"input":"lost"}
enum Status {
  New = "new",
  Confirmed = "confirmed",
  Cancelled = "cancelled",
}

export function main(raw: string): string {
  switch (raw) {
    case Status.New:
      return "waiting";
    case Status.Confirmed:
      return "booked";
    case Status.Cancelled:
      return "called off";
    default:
      return "unknown (" + raw + ")";
  }
}
