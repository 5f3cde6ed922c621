/** Takes out of what was heard the texts that only fill a field: nothing was said where they stand. */
import { asList, asObject, asText } from "#sdk";
import type { JsonObject, JsonValue } from "#sdk";

// Whole texts in lower case, a single blank for whatever stands between words, a bar before and after each: one search
// costs next to nothing. The first is the empty one, of `-` and `?`. Languages are those callers are most likely to
// speak. `nada` is left out, because it is a name.

/** What stands for nothing said in any field. */
const fillers =
  "||n a|na|nan|nil|null|none|undefined|unknown|unspecified|anonymous|empty|blank|nothing|string|text|tbd|tba|no|not applicable|not available|not provided|not specified|not mentioned|not given|not said|not stated|not known|not set|none provided|none specified|none mentioned|none given|no name|no name provided|no name given|no phone|no phone number|no number|no email|no e mail|no comment|no comments|no code|no note|no notes|no answer|no data|no information|no value|no preference|name unknown|unknown name|unknown caller|anonymous caller|no first name|no last name|no family name|no special requests|no special wishes|nothing special|not sure|i don t know|don t know|no idea|to be determined|to be confirmed|to be advised|to be provided|placeholder|xxx|withheld|hidden|redacted|not disclosed|not shared|private number|the caller|caller|the customer|customer|the client|client|the user|user|the guest|guest|the visitor|visitor|the patient|patient|caller name|customer name|client name|name|first name|last name|family name|full name|your name|the caller s name|the customer s name|the client s name|customer s name|client s name|caller s name|patient name|the patient s name|patient s name|guest name|user name|phone|phone number|your phone number|the caller s number|yyyy mm dd|hh mm|" +
  "unbekannt|keine|keiner|keines|kein|nichts|leer|k a|keine angabe|keine angaben|kein name|keine präferenz|kein kommentar|keine nummer|keine e mail|kein code|nicht angegeben|nicht genannt|nicht bekannt|nicht gesagt|nicht vorhanden|nicht erwähnt|ohne angabe|anrufer|anruferin|der anrufer|die anruferin|kunde|kundin|der kunde|die kundin|gast|der gast|" +
  "inconnu|inconnue|aucun|aucune|rien|néant|non précisé|non précisée|non spécifié|non spécifiée|non fourni|non fournie|non renseigné|non renseignée|non mentionné|non mentionnée|non indiqué|non communiqué|pas de préférence|aucune préférence|sans préférence|pas de commentaire|le client|la cliente|cliente|l appelant|l appelante|" +
  "desconocido|desconocida|ninguno|ninguna|no especificado|no especificada|no proporcionado|no proporcionada|no indicado|no indicada|no mencionado|no mencionada|no disponible|sin especificar|sin datos|sin nombre|sin comentarios|sin preferencia|sin preferencias|ninguna preferencia|el cliente|el llamante|" +
  "sconosciuto|sconosciuta|nessuno|nessuna|niente|non specificato|non specificata|non fornito|non fornita|non indicato|non indicata|non disponibile|nessuna preferenza|il cliente|il chiamante|" +
  "desconhecido|desconhecida|nenhum|nenhuma|não informado|não informada|não especificado|não mencionado|não fornecido|sem preferência|o cliente|" +
  "nieznany|nieznana|nieznane|brak|brak danych|bez preferencji|nie podano|nie określono|nie dotyczy|klient|klientka|dzwoniący|" +
  "неизвестно|неизвестен|неизвестна|неизвестный|неизвестная|нет|нет данных|нет имени|нет комментария|нет комментариев|ничего|пусто|отсутствует|не указан|не указана|не указано|не указаны|не назван|не названа|не названо|не известно|не сообщил|не сообщила|не сообщено|не предоставлен|не предоставлено|не упомянут|не упомянуто|не задано|без комментариев|без имени|без предпочтений|нет предпочтений|клиент|клиентка|гость|абонент|звонящий|звонящая|" +
  "невідомо|невідомий|невідома|немає|нічого|не вказано|не вказаний|не вказана|не зазначено|не названо|не надано|відсутній|відсутня|відсутнє|клієнт|клієнтка|" +
  "onbekend|geen|niet opgegeven|neznámý|neznámé|bilinmiyor|belirtilmedi|yok|未知|无|未提供|不明|なし|غير معروف|لا يوجد|";

/** A field and its moment with an offset; not midnight of a date, which is how programs write a date. */
const elsewhere =
  /^(?!date[^ ]* .{11}00:00)[^ ]* [0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9:.]+ ?(?:[Zz]|[+-][0-9]{2}:?[0-9]{2})$/u;

/**
 * What was heard, with an empty text for every one that stands for nothing said, as in `N/A`, `not provided`, `the
 * caller`, `keine Angabe` or `-`, and without those of lists. So is a moment with an offset, which need not be on the
 * location's clock, nor on the same day there. `nil` is one too, but a name where a member of the staff
 * is asked for, and a `no` to what is to be confirmed is an answer.
 *
 * @param heard core's payload, or what the model has filled in
 */
export function withoutFillers(heard: JsonValue): JsonObject {
  return Object.fromEntries(
    Object.entries(asObject(heard) ?? {}).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? asList(value).filter((item) => !isFiller(item))
        : name !== "confirmed" &&
            (isFiller(value) || elsewhere.test(`${name} ${asText(value)}`)) &&
            !(name === "staff" && asText(value).toLowerCase() === "nil")
          ? ""
          : value,
    ]),
  );
}

function isFiller(value: JsonValue): boolean {
  return typeof value === "string" && fillers.includes(`|${bareWords(value)}|`);
}

/** Words alone, without what only dresses a filler up: `N/A - not yet provided by the caller`. */
function bareWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\t-/:-@[-`{-\u00bf\u2000-\u206f]+/gu, " ")
    .trim()
    .replace(/ (?:yet|explicitly|so far|by (?:the )?(?:caller|customer|client|user|guest))(?= |$)/gu, "")
    .replace(/^(?:n a|none|null|unknown) (?=not )/u, "");
}
