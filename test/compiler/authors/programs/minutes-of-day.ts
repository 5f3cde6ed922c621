// @run {"input":"09:45"}
// @run {"input":"23:05"}
export function main(time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
