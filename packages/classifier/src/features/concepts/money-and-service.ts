import type { Concept } from './concept.ts';

/** Bills, instalments, complaints and faults. See concepts.ts. */
export const moneyAndService: readonly Concept[] = [
  // invoice
  [
    'bill-noun',
    /\b\w*rechnung(?:en|s\w*)?\b|abrechnung\w*|gebuhrenbescheid|mahnung\w*|mahn\w*|inkasso|zahlungserinnerung|forderung|einzelverbindungsnachweis|monatsbetrag/g,
  ],
  [
    'bill-object',
    /\b(?:einspruch|einwend\w*|widerspruch|widersprech\w*|beanstand\w*|reklamier\w*|reklamation|bestreit\w*|anfecht\w*|zuruckweis\w*|weise\b[^.!?\n]{0,40}zuruck|stimmt (?:was |etwas )?nicht|stimmt hinten|unstimmig\w*|fehlerhaft|nicht korrekt|nicht nachvollzieh\w*|unberechtigt|zu unrecht|irrtum|falsch)\b/g,
  ],
  [
    'bill-refund',
    /\b(?:erstatt\w*|gutschrift|gutschreiben|gutgeschrieben|ruckerstatt\w*|zuruckerstatt\w*|zuruckzahl\w*|ruckzahl\w*|zuruckuberweis\w*|korrektur|korrigier\w*|berichtig\w*|stornier\w*|zuviel|zu viel|doppelt|zweimal abgebucht|wiederhaben|zuruckhaben|geld zuruck|ruckbuch\w*|zuruckgebucht|zuruckholen|ausgleich)\b/g,
  ],
  [
    'bill-not-ordered',
    /\b(?:nie|nicht|niemals|weder|keine?n?|nich|net)\b[^.!?\n]{0,50}\b(?:bestellt|gebucht|abgeschlossen|abonniert|genutzt|telefoniert|vereinbart|beauftragt|angerufen|veranlasst|abgemacht)\b|drittanbieter|abo\b|mehrwertdienst|premium|roaming|datenpass|wurde mir (?:berechnet|abgezogen)/g,
  ],
  [
    'bill-more',
    /\b(?:statt|anstatt|anstelle|eigentlich|vereinbart|abgemacht|zugesagt|versprochen)\b[^.!?\n]{0,50}(?:zzbetrag|€|euro|eur)|zu hoch|uberhoht|mehr als sonst|hoher als|zu teur|doppelt|abgezogen|draufgeschlagen|berechnet|in rechnung gestellt/g,
  ],
  [
    'bill-ok',
    /rechnung\b[^.!?\n]{0,40}\b(?:stimmt|in ordnung|korrekt|richtig|bezahlt|anerkenne|unstrittig|geht klar)\b(?! nicht)/g,
  ],
  [
    'bill-dunning',
    /\bmahn\w*|inkasso|zahlungserinnerung|letzte mahnung|mahngebuhr|gerichtlich|vollstreck\w*|sperr\w*|schufa/g,
  ],
  // instalments
  [
    'plan-rate',
    /\b(?:rate|raten|ratenzahl\w*|teilzahl\w*|teilbetr\w*|abstotter\w*|abzahl\w*|abbezahl\w*|stuck(?:chen)?weise|in (?:zwei|drei|vier|funf|sechs|zzzahl) (?:raten|teilen|monat\w*)|monatlich|jeden monat|pro monat|im monat|auf zweimal|auf dreimal|haufchenweise|happen|teilen)\b/g,
  ],
  [
    'plan-defer',
    /\b(?:stund\w*|aufschub|aufschieb\w*|spater (?:zahl\w*|uberweis\w*|bezahl\w*)|zahlungsaufschub|zahlungsziel|gedulden?|zahlungspause|nachsicht|verschieb\w*|erst (?:am|im|zum|nach|wenn)|zahlungsfrist|frist verlang\w*|warten bis|luft)\b/g,
  ],
  [
    'plan-poor',
    /\b(?:rente|arbeitslos\w*|burgergeld|krank\w*|kurzarbeit|gehalt|lohn|auf einmal|nicht auf einmal|knapp|eng|engpass|klamm|insolven\w*|schuldner\w*|kann (?:ich|wir) (?:das |es |den betrag )?(?:nicht|nich|net)|leisten|zahlungsunfahig|finanziell\w*|bafog|ausbildung|krankengeld)\b/g,
  ],
  // complaint
  [
    'angry',
    /\b(?:unverschamt\w*|frech\w*|skandal\w*|unmoglich|zumutung|saftladen|sauerei|frechheit|emport?|emporung|enttausch\w*|verargert|arger\w*|argerlich|wutend|schlamp\w*|inkompeten\w*|katastroph\w*|unter aller|schweinerei|veralbern|verarsch\w*|fassungslos|unglaublich|peinlich|respektlos|unhoflich|unfreundlich|pampig|patzig|abgewimmelt|angelogen|gelogen|schnauze voll|nase voll|reicht es|reichts|unzumutbar|unerhort|schame|veraschung|hohn|service ?wuste)\b/g,
  ],
  [
    'complain-noun',
    /\bbeschwer\w*|\bbeklag\w*|missstand|dienstaufsicht|entschuldig\w*|stellungnahme|geschaftsleitung|vorstand|vorgesetzt\w*|teamleit\w*|verbraucherzentrale|bundesnetzagentur|schlichtungsstelle/g,
  ],
  [
    'wait',
    /\b(?:warteschleife|hotline|wart\w*|gewartet|minuten|stunden|wochenlang|vergeblich|keine antwort|nicht geantwortet|niemand (?:geht|meldet|kam|erschien)|keiner (?:kommt|kam|meldet)|ruckruf\w*|zuruckgerufen|hingehalten|vertrost\w*|durchgestellt|aufgelegt|termin\w*|techniker|monteur|weiterverbunden|mitarbeiter\w*|berater\w*|kundendienst|kundenservice|dame|herr)\b/g,
  ],
  [
    'times',
    /\b(?:zum (?:dritten|vierten|funften|zweiten|x-ten|wiederholten)|dreimal|viermal|funfmal|zweimal|mehrfach|wiederholt|schon wieder|immer wieder|jedes ?mal|seit wochen|seit monaten|drei mal|vier mal)\b/g,
  ],
  [
    'promise',
    /\b(?:versproch\w*|zugesag\w*|zusage|zugesichert|behauptet|hiess es|wollte sich melden|nicht eingehalten|geschehen ist nichts|passiert ist nichts|nichts passiert)\b/g,
  ],
  // fault
  [
    'fault-noun',
    /\bstorung\w*|gestort|ausfall\w*|ausgefallen|defekt\w*|kaputt|entstor\w*|funkloch|netzausfall|unterbrech\w*|abbruch|abbruche/g,
  ],
  [
    'fault-none',
    /\bkein(?:en|e)?\b[^.!?\n]{0,30}\b(?:netz|empfang|signal|internet|verbindung|telefon|wlan|leitung|freizeichen|ton|anschluss|balken|daten\w*|lte|synchronisation)|\bnetz(?: ist)? (?:weg|tot)|nur notruf|(?:telefon|leitung|anschluss|router|internet|handy|karte|sim)\b[^.!?\n]{0,50}\b(?:tot|stumm|weg|spinnt|streikt|blinkt|kaputt|funktioniert|geht|hangt|langsam|gesperrt|defekt|ausgefallen)/g,
  ],
  [
    'fault-works',
    /\b(?:funktionier\w*|geht nicht|geht nix|geht nich|geht net|tut nicht|tut net|tut sich nichts|lauft nicht|klappt nicht|reagiert nicht|bricht ab|abgebrochen|bricht .{0,30} ab|hangt sich|rausgeflogen|rauscht|knackt|kracht|stockt|ruckelt|puffert|langsam|schleicht|lahm\w*)\b/g,
  ],
  [
    'fault-thing',
    /\b(?:router|fritz\w*|sim(?:-?karte)?|mailbox|anrufbeantworter|voicemail|wlan|modem|sendemast|mast|empfang|netz|lte|5g|dsl|glasfaser|mbit|leitung|buchse|dose|kasten|kastle|lampchen|lampe|display|pin|puk|signal)\b/g,
  ],
  [
    'fault-fix',
    /\b(?:reparier\w*|beheb\w*|behoben|instand\w*|techniker|monteur|ersatzkarte|neue (?:sim|karte)|austausch\w*|nachsehen|nachschau\w*|prufen sie die leitung|messen|durchmess\w*|in ordnung bringen|wiederherstell\w*|schickt? (?:bitte )?jemand\w*|jemanden (?:raus|schicken))\b/g,
  ],
];
