// @run {"input":{"lang":"de","key":"booked","vars":{"name":"Jürgen 😀","time":"10:00"}}}
// @run {"input":{"lang":"fr","key":"cancelled","vars":{"name":"Zoë"}}}
// @run {"input":{"lang":"ru","key":"nothing","vars":{}}}
type Lang = "en" | "de" | "ru";
const TEXTS: Record<Lang, Record<string, string>> = {
  en: { booked: "✅ {name}, see you at {time}!", cancelled: "❌ Cancelled, {name}." },
  de: { booked: "✅ {name}, bis um {time}!", cancelled: "❌ Storniert, {name}." },
  ru: { booked: "✅ {name}, ждём вас в {time}!", cancelled: "❌ Отменено, {name}." },
};

function isLang(value: string): value is Lang {
  return value in TEXTS;
}

function render(template: string, vars: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => vars[name] ?? whole);
}

export function main(input: { lang: string; key: string; vars: Record<string, string> }): string {
  const lang: Lang = isLang(input.lang) ? input.lang : "en";
  const template = TEXTS[lang][input.key] ?? TEXTS.en[input.key];
  if (template === undefined) {
    return `[${lang}.${input.key}]`;
  }
  return render(template, input.vars);
}
