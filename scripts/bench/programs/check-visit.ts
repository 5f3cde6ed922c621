/**
 * Validate a phone number and a time, and answer one of three texts.
 *
 * @run {"input": {"phone": "+49 (30) 123-4567", "time": "09:30"}}
 * @run {"input": {"phone": "12", "time": "09:30"}}
 * @run {"input": {"phone": "0049301234567", "time": "24:00"}}
 * @run {"input": {"phone": "0049301234567", "time": "9:30"}}
 * @run {"input": {"phone": "0049301234567", "time": "10:75"}}
 */
interface Wish {
  readonly phone: string;
  readonly time: string;
}

export function main(wish: Wish): string {
  const digits = wish.phone.replace(/[^0-9]/gu, "");
  if (!/^[0-9]{10,15}$/u.test(digits)) {
    return "Please repeat the number.";
  }
  const parts = /^([0-9]{2}):([0-9]{2})$/u.exec(wish.time);
  if (parts === null || Number(parts[1]) > 23 || Number(parts[2]) > 59) {
    return "Please repeat the time.";
  }
  return `+${digits} at ${wish.time}`;
}
