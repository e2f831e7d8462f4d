import type { Concept } from './concept.ts';

/** Address, bank, name, death, and what is stored about a person. See concepts.ts. */
export const factsAboutCustomers: readonly Concept[] = [
  // address
  [
    'move-verb',
    /\b(?:umzieh\w*|umgezogen|zieh(?:e|en|t|n)\b[^.!?\n]{0,70}\b(?:um|nach|in die|ins|zu|aus)|verzogen|zog(?:en)?\b|bezogen|hingezogen|eingezogen|ziehe|gezogen|umzug\w*|umgesiedelt|ubersiedel\w*|wohnungswechsel|wegzug|verziehe|umgemeldet)\b/g,
  ],
  [
    'move-live',
    /\b(?:wohn(?:e|en|t|haft|n)|lebe|residier\w*|zu finden|zuhause|zu hause|untergekommen|daheim|wohnsitz|eingemietet|einquartiert|hausen)\b/g,
  ],
  [
    'move-address',
    /\b(?:neue|geanderte|kunftige|aktuelle|richtige|andere|jetzige|derzeitige|korrekte)[nrms]?\b[^.!?\n]{0,25}\b(?:adresse|anschrift|wohnanschrift|postanschrift|hausnummer|bleibe|wohnung|rechnungsanschrift|firmensitz|standort)|adressanderung|anschriftenanderung|adress\w*|anschrift\w*/g,
  ],
  [
    'move-post-to',
    /\b(?:post|rechnung(?:en)?|schreiben|briefe?|unterlagen)\b[^.!?\n]{0,60}\b(?:dorthin|dahin|hierher|dorten|kunftig|nach|an die|an folgende|neue anschrift|adresse|postfach)|\bdorthin\b|\bdahin\b/g,
  ],
  [
    'move-home',
    /\b(?:altersheim|pflegeheim|seniorenheim|seniorenresidenz|betreutes? wohnen|betreute wohnen|altenheim|wohnheim|stift|neubau|eigenheim|mietwohnung|wohngemeinschaft|wg)\b/g,
  ],
  [
    'move-street-new',
    /\b(?:strasse|str|weg|platz|allee|gasse|ring|damm|ufer|hof|steig|berg)\.? ?(?:zzzahl|\d+)/g,
  ],
  [
    'move-street-renamed',
    /umbenannt|strassenname|heisst (?:jetzt|nun|kunftig)|neue hausnummer|postleitzahl|eingemeindet/g,
  ],
  [
    'move-same',
    /\b(?:adresse|anschrift|wohnung|wohnort)\b[^.!?\n]{0,40}\b(?:bleibt|gleich|unverandert|dieselbe|wie bisher|stimmt)|gleiche adresse|selbe adresse|gleiche anschrift/g,
  ],
  // bank
  [
    'bank-account',
    /\b(?:bankverbindung|konto|kontos|kontonummer|bankkonto|girokonto|kontoverbindung|bankdaten|kontodaten|kontowechsel|iban|bic)\b|zziban/g,
  ],
  [
    'bank-new',
    /\b(?:neue[nrsm]?|anderes?|anderen|geandert\w*|gewechselt|wechsel|kunftig|umstell\w*|umgestellt)\b[^.!?\n]{0,50}\b(?:bank\w*|konto\w*|iban|sparkasse|kontoverbindung)|\b(?:bank\w*|konto\w*|iban|sparkasse|hausbank)\b[^.!?\n]{0,50}\b(?:gewechselt|geandert|neu|wechsel\w*|andert|erloschen|erlischt|aufgelost|geschlossen|umgestellt|gibt es nicht mehr)/g,
  ],
  [
    'bank-debit',
    /lastschrift\w*|einzugsermachtigung|sepa|abbuch\w*|abgebucht|\bbuch(?:en|t)\b[^.!?\n]{0,50}\bab\b|einzieh\w*|eingezogen|bankeinzug|einzug|abzubuchen/g,
  ],
  [
    'bank-revoke-debit',
    /\b(?:mandat|einzugsermachtigung|lastschrift\w*|abbuchungserlaubnis|bankeinzug|erlaubnis|ermachtigung)\b[^.!?\n]{0,60}\b(?:widerruf\w*|zuruck\w*|entzieh\w*|erlischt|nicht mehr|kundig\w*|beend\w*|loschen|erloschen)|\b(?:widerrufe|entziehe|kundige|loschen)\b[^.!?\n]{0,60}\b(?:mandat|einzugsermachtigung|lastschrift\w*|abbuch\w*)/g,
  ],
  [
    'bank-pay-self',
    /\b(?:selbst|selber|per|kunftig) (?:uberweis\w*|dauerauftrag)|dauerauftrag|uberweise (?:kunftig|ab|selbst|selber)|auf rechnung zahlen|\bper uberweisung|rechnung zum uberweisen/g,
  ],
  // name
  ['name-now', /\b(?:heisse|heissen|heisst|hei?ss|nenne mich|firmier\w*|trage|fuhre|namen? lautet)\b/g],
  [
    'name-noun',
    /namensanderung|nachname\w*|familienname\w*|madchenname\w*|geburtsname\w*|ehename\w*|doppelname\w*|vorname\w*|umfirmi\w*|firmenname\w*|umbenennung|namens\w*|firmierung|rechtsform|formwechsel\w*/g,
  ],
  [
    'name-event',
    /\b(?:geheiratet|heirat|hochzeit|eheschliessung|scheidung|geschieden|verheiratet|standesamt|urkunde|getraut|vermahlt|handelsregister|verschmelz\w*|umwandlung|ehemann|eheurkunde|heiratsurkunde|adoption)\b/g,
  ],
  [
    'name-wrong',
    /\b(?:name|namen|vorname)\b[^.!?\n]{0,60}\b(?:falsch|richtig|schreib\w*|korrigier\w*|berichtig\w*|buchstab\w*|andern|anpassen|lautet)|\bmit (?:zwei|einem|doppel)|schreibt sich|schreibe mich|schreibfehler|falsch geschrieben/g,
  ],
  ['name-instead', /\b(?:statt|anstatt|fruher|vormals|bisher|ehemals|geb|geborene)\b/g],
  // death
  [
    'death-verb',
    /\b(?:verstorben\w*|gestorben|verstarb|starb|verschied\w*|entschlafen|heimgegangen|tot\b|tod\b|todes\w*|ableben|beerdig\w*|beigesetzt|begrab\w*|friedhof|von uns gegangen|eingeschlafen|nicht mehr (?:da|am leben|unter uns|aufgewacht)|totenschein|beisetzung|trauer\w*|dahingeschieden|hingang|verlor\w*|bestatt\w*|heimgeholt|erlost)\b/g,
  ],
  [
    'death-estate',
    /\b(?:sterbeurkunde|erb(?:e|en|in|schein|schaft|engemeinschaft|fall)|nachlass\w*|testament\w*|hinterblieb\w*|witwe|witwer|sterbefall|hinterlass\w*|todestag|sterbe\w*)\b/g,
  ],
  [
    'death-late',
    /\b(?:mein(?:e|er|es)? (?:verstorbene\w*|seliger?|selige)|des verstorbenen|der verstorbenen|selig)\b/g,
  ],
  // privacy
  [
    'privacy-law',
    /\b(?:dsgvo|datenschutz\w*|art\.? ?(?:15|16|17|18|20|21|77|7|6)|artikel (?:15|17|21|20)|bdsg|betroffen\w*|personenbezogen\w*|eidg|uwg|gdpr)\b/g,
  ],
  [
    'privacy-ask',
    /\b(?:auskunft\w*|gespeichert\w*|speicher\w*|kopie (?:aller|meiner|der) daten|daten kopie|welche daten|herkunft der daten|woher (?:haben|hat|habt)|was sie uber mich|datenauskunft|weitergegeben|weitergeben|wissen uber mich)\b/g,
  ],
  [
    'privacy-delete',
    /\b(?:losch\w*|geloscht|vernicht\w*|sperr\w* meine daten|tilg\w*|entfern\w*)\b[^.!?\n]{0,60}\b(?:daten|nummer|adresse|namen|mail\w*|konto|kartei|verteiler|akte)|\b(?:daten|namen|kartei|verteiler|mailadresse)\b[^.!?\n]{0,60}\b(?:losch\w*|geloscht|vernicht\w*|streich\w*|entfern\w*|tilg\w*|raus\w*)/g,
  ],
  [
    'privacy-ads',
    /\b(?:werb\w*|reklame|newsletter|prospekt\w*|werbeanruf\w*|werbepost|werbebrief\w*|anrufe|angeboten anzurufen|marketing|umfrage\w*|gewinnspiel\w*)\b/g,
  ],
  [
    'privacy-object',
    /\b(?:widersprech\w*|widerspruch|untersag\w*|verbiet\w*|verbitte|keine werbung|nicht mehr anrufen|einwilligung\w*|zustimmung|einverstandnis\w*|ziehe\b[^.!?\n]{0,40}\bzuruck|streichen sie|nehmen sie mich)\b/g,
  ],
];
