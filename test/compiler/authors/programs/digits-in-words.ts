// @run {"input":"4155"}
const WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

export function main(digits: string): string {
  let spoken = "";
  for (const digit of digits.split("")) {
    spoken += WORDS[Number(digit)] + " ";
  }
  return spoken.trim();
}
