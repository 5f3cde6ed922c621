/** Words for the line a caller speaks from, in place of a number. */

/**
 * True for `this number`, `the one I'm calling from` and their like. Every word has to belong to such a phrase: `my
 * wife's number` is another one.
 *
 * @param said what the caller said in place of a number
 */
export function isOwnLine(said: string): boolean {
  const words = `${said
    .toLowerCase()
    .replace(/['’ʼ]/gu, "")
    .replace(/[^a-zß-ÿа-яёіїєґ]+/gu, " ")
    .trim()} `;
  return (
    /^(?:(?:yes|just|use|the|this|that|is|same|one|my|own|current|caller|id|phone|telephone|mobile|cell|number|line|which|im|i|am|calling|call|you|from|with|on|here|right|now|please|diese|dieser|dieselbe|die|der|das|gleiche|selbe|meine|eigene|aktuelle|nummer|telefonnummer|rufnummer|handynummer|von|unter|mit|ich|gerade|jetzt|anrufe|hier|bitte|ce|cet|celui|ci|le|la|même|mon|numéro|téléphone|dont|duquel|lequel|je|j|jappelle|appelle|ici|este|esta|mismo|misma|el|mi|número|numero|teléfono|telefono|desde|que|cual|estoy|llamo|llamando|questo|questa|stesso|lo|il|mio|da|cui|sto|chiamo|chiamando|этот|этого|этом|этому|этой|же|тот|самый|мой|моего|номер|номера|номеру|телефон|телефона|с|по|на|которого|я|сейчас|звоню|текущий|цей|цього|цьому|той|самий|мій|з|якого|зараз|дзвоню|поточний) )+$/u.test(
      words,
    ) &&
    /(?:^| )(?:this|same|current|caller|calling|call|my (?:own )?(?:phone |telephone )?number|diese|dieser|dieselbe|gleiche|selbe|aktuelle|anrufe|meine (?:eigene )?(?:telefon|ruf)?nummer|ce|cet|celui|même|jappelle|appelle|mon numéro|este|esta|mismo|misma|llamo|llamando|mi número|mi numero|questo|questa|stesso|chiamo|chiamando|mio numero|этот|этого|этом|этому|этой|тот же|звоню|текущий|мой номер|моего номера|цей|цього|цьому|той самий|дзвоню|поточний|мій номер) /u.test(
      words,
    )
  );
}
