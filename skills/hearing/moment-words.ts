/** Recognises texts that only say when: a day or an hour that was put where a name belongs. */

// Words in lower case, a blank before and after each: one search in a text costs next to nothing. Languages are those
// callers are most likely to speak. The Italian eight is left out, because Otto is a name.

/** Days, parts of the day and hours. */
const whenWords =
  " today tonight tomorrow yesterday noon midday midnight morning afternoon evening monday tuesday wednesday thursday friday saturday sunday two three four five six seven eight nine ten eleven twelve " +
  "heute morgen übermorgen mittag mittags mitternacht vormittag nachmittag abend montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag zwei drei vier fünf sechs sieben acht neun zehn elf zwölf " +
  "aujourd hui demain midi minuit matin soir lundi mardi mercredi jeudi vendredi samedi dimanche deux trois quatre cinq sept huit neuf dix onze douze " +
  "hoy mañana mediodía medianoche tarde noche lunes martes miércoles jueves viernes sábado domingo dos tres cuatro cinco seis siete ocho nueve diez once doce " +
  "oggi domani dopodomani mezzogiorno mattina pomeriggio sera lunedì martedì mercoledì giovedì venerdì sabato domenica dieci undici dodici hoje amanhã meio-dia manhã segunda-feira terça-feira quarta-feira quinta-feira sexta-feira " +
  "dziś dzisiaj jutro pojutrze południe rano wieczorem poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela niedzielę " +
  "сегодня завтра послезавтра полдень полночь утро утром днём вечером понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать сьогодні завтра післязавтра опівдні вранці ввечері понеділок вівторок середа середу четвер п ятниця п ятницю субота суботу неділя неділю " +
  "今天 明天 后天 ";

/** What stands beside them. A month alone may be a first name. */
const besideWords =
  " the at on in of by for next this coming day after week a am pm o clock half past quarter to " +
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
  "um am den der die nächsten nächste diesen kommenden früh uhr halb januar februar märz mai juni juli oktober dezember " +
  "le la à au ce l après heures heure janvier février mars avril juin juillet août septembre octobre novembre décembre " +
  "el a las de por pasado próximo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre " +
  "alle il di prossimo gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre às do da janeiro fevereiro março maio junho julho setembro outubro novembro dezembro w we o godzinie " +
  "в во на у о об часов часа января февраля марта апреля мая июня июля августа сентября октября ноября декабря січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня ";

/** True for `Tuesday`, `tomorrow at ten`, `October 20` or `завтра`; a name beside it, as in `Tuesday Weld`, is a name. */
export function isMomentOnly(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[ .,:;'’]+/u)
    .filter((word) => word !== "");
  const said = words.filter(
    (word) => whenWords.includes(` ${word} `) || /^[0-9]+(?:st|nd|rd|th)?$/u.test(word),
  );
  return said.length > 0 && words.every((word) => said.includes(word) || besideWords.includes(` ${word} `));
}
