/** The wishes that take effect on a day, with words that show that the date near them is this day. */
export const wishWords: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    cancellation:
      /k[üu]e?ndig|beend|endet|enden|auflös|löse|lös|abmeld|abmellen|abschalt|ausschalt|auslaufen|aufhör|hört|schlu(?:ss|ß)|stillleg|(?:bestelle?|melde).{0,60} ab(?!\p{L})|feierabend|raus|brauch|abstell|dicht|zu ?machen|weglassen|wegfallen|austragen|erlischt|aufheb|aufzuheben|(?:sage|gebe).{0,60} auf|letzte[rn]? tag|stichtag|abbau|stopp|loswerd|abgeben|vorbei|verschwind|abklemm|(?<!\p{L})(?:weg|aus|tot|zu)[.,;]/iu,
    'address-change':
      /zieh|zog|umzug|umgez|wohn|anschrift|adresse|wohnsitz|post|verleg|finden sie uns|zu finden|leb(?:e|t|en)(?!\p{L})|räume|übersiedel|zimmer|zu hause|stra(?:ß|ss)e hei/iu,
    'contract-transfer':
      /übern|uebern|über(?:geh|gib|geb)|umschreib|umzuschreib|überschreib|übertrag|geht.{0,40} über|inhaber|weiterführ|gehör|auf (?:meine|seine|ihre|deren|den|die)n? |führt|wechselt|nimmt/iu,
    'bank-details':
      /konto|iban|abbuch|lastschrift|bank|einzieh|einzuziehen|zieh(?:en|t)? |(?<!\p{L})DE ?\d{2}/iu,
    'name-change': /hei(?:ß|ss)|heirat|name|firmier|umbenenn|firma lautet|standesamt|führe|genannt/iu,
    renewal: /verläng|weiter|angebot|monate/iu,
    'payment-plan': /rate|stund|zahl|aufschub|zeit|begleich|tilg|überweis/iu,
    'number-porting': /portier|mitnehm|mitnahme|nummer|freigeb|wechsel|vertragsende|endet|rüber|anbieter/iu,
    contract: /beginn|start|freischalt|ab dem|laufzeit/iu,
  }),
);

const weekday = '(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)?,?';
const article = '(?:den|dem)?';
const endingWith = (words: string): RegExp =>
  new RegExp(String.raw`(?<!\p{L}|bis )(?:${words})[\s:.]*${weekday}\s*${article}\s*$`, 'iu');

/** Right before a date: it is the day of effect. */
export const strong = endingWith(
  'zum|to.?n|zu|per|zum \\p{L}*(?:wechsel|termin|ende|beginn)|also|(?:also |das )?hei(?:ß|ss)t|wunschtag|wunschtermin|ende|ab|ab dem|ab den|mit wirkung (?:vom|zum|ab)|(?:mit|nach) ablauf (?:des|vom)|gültig (?:ab|seit)|gilt ab|stichtag|vertragsende(?: am| dort)?|letzter? tag(?: ist| wäre| soll sein)*(?: am| der)?|umzug am|umzugsdatum|startdatum|freischaltung|termin(?: der übernahme)?|(?:vertrags)?beginnt? ?(?:am)?|ende der laufzeit(?: am)?|das ist der|beginnend(?: mit| am)?',
);
export const strongWithin = /^(?:ab|zum|seit|vo[mn]|mit|beginnend|angefangen|erstmals)(?!\p{L})/iu;

/** Right before a date: it may be. */
export const fair = endingWith(
  'seit|seit dem|am|den|dem|nach|nach dem|mit|auf|to|für|bis|bis zum|erste|erstmals am|endet|endet am|und zwar|abbau|der',
);
/** It begins its sentence or stands on its own: "Please end it. 31 March." */
export const start = /(?:^|[.!?:;,–»"-])\s*(?:bitte |termin )?$/iu;
export const from = /(?<!\p{L})(?:von|vom)\s*$/iu;
export const fromThere = /^\s*(?:an|ab|weg|bis)(?!\p{L})/iu;
export const until = /(?<!\p{L})bis(?: zum| nach| einschließlich)?\s*$/iu;

/** Right before a date: it is a letter's, a birth's, a bill's, a call's, a death's. */
export const other = new RegExp(
  String.raw`(?:geb(?:oren|\.)?|geburtsdatum|geburtstag|\*|datum|frist|schreiben|briefe?|rechnung|mahnung|fax|mail|bescheid|beschlu(?:ss|ß)|bestätigung|auftrag|bestellung|urteil|vereinbarung|telefonat|gespräch|anrufs?|vertrag|angebot|abschluss|antrag|urkunde|verstorben|gestorben|entschlafen|tod|verschieden|ausweis|vollmacht|nachricht|erklärung)(?: (?:des|der|Ihrer|Ihres) \p{L}+(?: \p{L}+)?)?\s*(?:,|\(|:)?\s*(?:vom|v\.|am|:|bereits am)\s*(?:\p{L}+,\s*)?${article}\s*$`,
  'iu',
);

/** In the same sentence: a term for an answer, a death, what was settled before. */
export const deadline =
  /bestätig|antwort|frist|rückmeld|stellungnahme|erwarte|bitte ich .{0,30}bis|spätestens|fällig|binnen|erledig|überwiesen|bezahlt|abgebucht|(?<!\p{L})melden(?! wir)|mitteilung/iu;
export const answer = /bestätig|antwort|rückmeld|stellungnahme|mitteil/iu;
export const death =
  /verst[oa]rb|gest[oa]rb|heimgegangen|entschlafen|verschieden|todestag|beerdig|eingeschlafen|todesfall/iu;

/** What a letter that ends nothing tells of a contract that has ended or will: it was settled before. */
export const settled =
  /gekündigt|bestätig|bereits|(?<!\p{L})schon(?!\p{L})|beendet|(?:mein|bisherig|alt|dort)\p{L}* \p{L}*(?:vertrag|anbieter)|vertragsende/iu;
/** In the clause with the date: a flat or an account ends, not the contract; or a price rises. */
export const elsewhere =
  /(?:(?<!\p{L})(?:wohnung|zimmer|vermieter|hauswirt|haus|miet|laden|bank|filiale)|konto(?!\p{L})).*(?:gekündigt|aufgegeben|aufgelöst|(?<!\p{L})(?:auf|zu|zurück|leer) *$|schließ|geschlossen|lösch|räum|übergeben)|(?:preis\p{L}*|(?<!\p{L}))erhöh/isu;
/** Says a spoken day once more: "zum Quartalsende, also zum 30.9." */
export const restated = /(?<!\p{L})(?:also|sprich|d\. ?h\.|hei(?:ß|ss)t)(?: (?:zum|am|ab))?\s*$/iu;
export const since = /(?<!\p{L})seit(?: de[mnr])?\s*$/iu;
export const quoted = /["„»«“][^"“”»«]{0,200}$/u;
/** "Am 3. Mai schrieb Frau Adam:", "> ...": an older mail below. */
export const olderMail = /(?:^|\n)>[^\n]*$/u;
export const olderMailBegins = /^(?:,? (?:um )?\d{1,2}[:.]\d{2}(?: uhr)?)?,? schrieb(?!\p{L})/iu;
