/** Services of Lindenhof Studio, Berlin: twelve in four categories and one that was withdrawn. */
import type { CategoryData, ServiceData } from "../salon-data.ts";

/** The four categories. */
export const berlinCategories: readonly CategoryData[] = [
  { id: 5101, title: "Haircuts and styling", weight: 40 },
  { id: 5102, title: "Colour", weight: 30 },
  { id: 5103, title: "Nails", weight: 20 },
  { id: 5104, title: "Face and brows", weight: 10 },
];

const MINUTE = 60;

function service(
  id: number,
  title: string,
  categoryId: number,
  minutes: number,
  prices: readonly [number, number],
  comment = "",
): ServiceData {
  const [priceMin, priceMax] = prices;
  const seconds = minutes * MINUTE;
  const weight = 62000 - id;
  return {
    id,
    title,
    categoryId,
    priceMin,
    priceMax,
    seconds,
    comment,
    weight,
    prepaid: "forbidden",
    online: true,
  };
}

/** The services, with the default duration and the price range over all team members (EUR). */
export const berlinServices: readonly ServiceData[] = [
  service(61001, "Women's haircut", 5101, 60, [55, 65], "Wash, cut and finish."),
  service(61002, "Men's haircut", 5101, 45, [35, 40]),
  service(61003, "Children's haircut", 5101, 30, [22, 25], "Up to 12 years."),
  service(61004, "Blow-dry and styling", 5101, 30, [28, 32]),
  service(61011, "Full colour", 5102, 120, [95, 110]),
  service(61012, "Balayage", 5102, 180, [160, 190], "A patch test is needed 48 hours before."),
  service(61013, "Root touch-up", 5102, 90, [65, 70]),
  service(61021, "Classic manicure", 5103, 45, [30, 30]),
  service(61022, "Gel manicure", 5103, 75, [45, 45]),
  service(61023, "Pedicure", 5103, 60, [48, 48]),
  service(61031, "Brow shaping", 5104, 30, [18, 20]),
  service(61032, "Facial treatment", 5104, 60, [70, 70]),
  { ...service(61099, "Keratin smoothing", 5102, 150, [140, 140]), online: false },
];
