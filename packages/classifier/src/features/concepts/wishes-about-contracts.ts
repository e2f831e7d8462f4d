import type { Concept } from './concept.ts';

/** Ending, extending, revoking, porting, handing over and filing contracts. See concepts.ts. */
export const wishesAboutContracts: readonly Concept[] = [
  // ending
  ['end-cancel-verb', /\bkund(?:ig(?:e|en|t|st)?|g[et]?|ict|ik)\b|\bgekundigt|aufkundig|\bkunding|kuendig/g],
  ['end-cancel-noun', /kundigung(?!s?(?:schutz|bestatig))/g],
  [
    'end-cancel-i',
    /\b(?:ich|wir|hiermit|hierdurch|somit|daher|deshalb)\b[^.!?\n]{0,60}\bkundige?n?\b|\bkundige?n?\b (?:ich|wir|hiermit|i)\b/g,
  ],
  [
    'end-dissolve',
    /\b(?:auf(?:zu)?losen|aufgelost|losen? .{0,30}\bauf\b|auflosung|beendigung|beenden|beendet|beende|aufheb(?:en|ung))\b/g,
  ],
  [
    'end-stop',
    /\b(?:schluss machen|schluss sein|ist schluss|ende machen|einstellen|stilllegen|stillleg|abstellen|abschalten|abklemmen|abmeld\w*|stornier\w*|storno|loschen sie den (?:vertrag|anschluss)|dicht|raus aus dem vertrag|loswerden|austragen|auslaufen|auslauft|abbestell\w*|aufhoren|aufgeben|aufgegeben)\b/g,
  ],
  [
    'end-stellab',
    /\bstell(?:en|t|e|ts)?\b[^.!?\n]{0,60}\bab\b|\bmach(?:en|t|e)?\b[^.!?\n]{0,60}\b(?:dicht|zu|aus|schluss|ende)\b|\bmeld(?:e|en)\b[^.!?\n]{0,60}\bab\b|\bschalt(?:en|et|e)\b[^.!?\n]{0,40}\bab\b|\bhor(?:t|en)?\b[^.!?\n]{0,30}\bauf\b/g,
  ],
  [
    'end-not-longer',
    /\b(?:nicht|nimmer|nich|net|keine[nr]?) (?:langer|mehr|weiter)\b[^.!?\n]{0,50}\b(?:brauch\w*|benotig\w*|nutz\w*|verlanger\w*|fortsetz\w*|fortfuhr\w*|zahlen|haben|weiterfuhr\w*)|\bbrauch\w*\b[^.!?\n]{0,40}\b(?:nicht|nimmer|nich|net|keine?n?|niemand) ?(?:mehr)?\b/g,
  ],
  [
    'end-last-day',
    /\bletzter tag|zum (?:nachst(?:moglichen|en|zulassigen)|ablauf|ende|letzten|monatsende|jahresende|quartalsende|vertragsende)|fristgerecht|fristlos|ordentlich|ausserordentlich|mit sofortiger wirkung|per sofort|ab sofort|hilfsweise|fristgemass|vertragsende|laufzeitende|termingerecht/g,
  ],
  [
    'end-special-right',
    /sonderkundigung|sonderkundigungsrecht|wichtigem? grund|preiserhohung|tariferhohung|§ ?5[67]|§ ?314|§ ?60|tkg/g,
  ],
  [
    'end-take-off',
    /\bbestell(?:en|t|e)\b[^.!?\n]{0,60}\bab\b|\b(?:nehm(?:en|t|e)?|nimm)\b[^.!?\n]{0,80}\b(?:vom netz|aus der (?:kartei|rechnung|abrechnung)|raus|heraus)|aus der (?:kartei|rechnung|abrechnung) (?:zu )?nehmen|\b(?:kann|konnen|konnt|soll|sollen|darf|bitte|muss)\b[^.!?\n]{0,80}\b(?:weg|raus|wegtun|wegfallen|entfallen|weglassen|loschen|rausnehmen|herausnehmen|verschwinden|sterben|abklemmen|aufzuheben|aufheben)\b|\bzu loschen\b/g,
  ],
  [
    'end-idiom',
    /\b(?:ist|is|ischt|mach\w*|sei) (?:\w+ ){0,3}(?:schluss|ende|feierabend|basta|aus|finito|sense)\b|\bfeierabend mit\b|schmeiss\w*[^.!?\n]{0,30}\braus\b|\bzieht?e?n?\b[^.!?\n]{0,30}\bstecker\b|\bsein ende\b|\bkeinen zweck mehr\b|\berlischt\b|\berloschen\b|\bendet\b|\babmeld\w*|\bafmell\w*|\bfertig mit (?:ihnen|euch)|\bmach(?:t|en)?\b[^.!?\n]{0,60}\bzu\b|\btschus+\b|\btschoe?\b|\bausstieg\b|\bsteig\w* (?:ich )?aus\b/g,
  ],
  [
    'end-elsewhere',
    /\b(?:gas\w*|strom\w*|stallstrom|wartungsvertrag|mietverhaltnis|mietvertrag|wohnung|mitgliedschaft|fitness\w*|verein\w*|abonnement der|zeitung\w*|versicherung\w*|arbeitsverhaltnis|stadtwerke|pachtvertrag|kabelvertrag|bausparvertrag)\b/g,
  ],
  [
    'end-confirm',
    /\bbestatig\w*[^.!?\n]{0,60}(?:kundigung|vertragsende|beendigung|enddatum|datum)|kundigungsbestatigung/g,
  ],
  [
    'end-scheduled',
    /\b(?:kundigung|vertrag)\b[^.!?\n]{0,50}\b(?:bestatigt|lauft|endet|ausgelaufen|erledigt|durch|ist raus|wirksam)/g,
  ],
  [
    'keep',
    /\bbleib(?:t|e|en)?\b|\bbehalt\w*|unverandert|weiterlauf\w*|\blauft? weiter|weiterhin|fortbesteh|bestehen bleib/g,
  ],
  [
    'keep-contract',
    /\b(?:vertrag|tarif|alles|rest|handy|nummer|anschluss)\b[^.!?\n]{0,40}\b(?:bleibt|bleiben|behalte|weiter|unverandert|unberuhrt)/g,
  ],
  // renewal
  [
    'renew-verb',
    /\bverlanger\w*|vertragsverlangerung|laufzeitverlangerung|weitere (?:24|zwei|zwolf|12|zzzahl) (?:monate|jahre)|noch ?mal (?:zwei|24) jahr|um (?:24|zwolf|12|zwei|weitere|zzzahl)\b[^.!?\n]{0,20}(?:monate|jahre)|zwei weitere jahre/g,
  ],
  [
    'renew-accept',
    /\b(?:angebot|offerte|vorschlag)\b[^.!?\n]{0,60}\b(?:annehme\w*|nehme|nehmen|einverstanden|zusage|an\b|gefallt|angenommen)|\b(?:nehme|nehmen|nehm)\b[^.!?\n]{0,60}\b(?:angebot|offerte|tarif|gerat)[^.!?\n]{0,30}\ban\b|\bsage zu\b|einverstanden|\bschlage? ein\b|wir machen weiter|\bich bleibe?\b|\bbleiben (?:wir )?(?:kunde|bei ihnen|treu)|bleibe? (?:ihnen|euch|bei)/g,
  ],
  [
    'renew-device',
    /\b(?:neues|neue|aktuelles) (?:gerat|handy|smartphone|telefon|mobilteil|modell|iphone)|dazu das (?:gerat|handy)|endgerat|wunschgerat/g,
  ],
  [
    'renew-offer',
    /\b(?:treueangebot|treuebonus|treue|bestandskunde\w*|angebot|konditionen|zu den (?:gleichen|selben|alten) bedingungen|rabatt|ruckgewinnung)\b/g,
  ],
  [
    'renew-withdraw',
    /kundigung\b[^.!?\n]{0,70}\b(?:zuruck\w*|nichtig|gegenstandslos|hinfallig|erledigt|vergessen|rucknahme|rukgangig|ruckgangig|zerreiss\w*|wegwerfen|nicht mehr|ungultig|widerrufe)|\b(?:ziehe|nehme|ziehen|nehmen|widerrufe)\b[^.!?\n]{0,60}\bkundigung\b|kundigungsrucknahme|doch (?:nicht kundigen|bleiben)|bleibe doch/g,
  ],
  // revocation
  [
    'revoke-verb',
    /\bwiderruf(?:e|en|t)?\b|widerrufe|\bwiderrufs\w*|ruckabwick\w*|rucktritt|\btrete\b[^.!?\n]{0,40}\bzuruck|zurucktreten|umtausch/g,
  ],
  [
    'revoke-period',
    /\b(?:14|vierzehn|zzzahl)[- ]?t(?:age|agige|agigen)|widerrufsfrist|widerrufsrecht|widerrufsbelehrung|§ ?355|§ ?312|fernabsatz|haustur\w*|vor der tur|an der tur|vertreter/g,
  ],
  [
    'revoke-recent',
    /\b(?:gestern|vorgestern|letzte woche|vorige woche|vergangene woche|am \w+ abgeschlossen|vor \w+ tagen|neulich|soeben|gerade erst|eben erst)\b/g,
  ],
  [
    'revoke-return',
    /\b(?:paket|packchen|gerat|router|handy|karton|lieferung|ware|sim)\b[^.!?\n]{0,50}\b(?:zuruck|retour|ungeoffnet|zuruckschick\w*|zurucksend\w*|abholen|unbenutzt|originalverpackt)/g,
  ],
  [
    'revoke-undo',
    /\b(?:ruckgangig|nicht zustande|gilt nicht|will (?:ich|das|den)\b[^.!?\n]{0,30}\bnicht|nichtig|nie zugestimmt|uberrumpelt|aufgeschwatzt|aufgedrangt|untergeschoben|angedreht|nicht gewollt|abgeschlossen|am telefon)\b/g,
  ],
  // porting
  [
    'port-noun',
    /rufnummer\w*mitnahme|portier\w*|\bport\b|nummernmitnahme|opt-?in|umzug der nummer|freigabe|freigeb\w*|freischalt\w*|portierungs\w*|anbieterwechsel\w*|mitnahme/g,
  ],
  [
    'port-take',
    /\b(?:nummer|rufnummer|handynummer|mobilnummer|festnetznummer)\w*\b[^.!?\n]{0,70}\b(?:mit(?:nehm\w*|genommen|zunehmen|bring\w*|gebracht)?|ubernehm\w*|frei\w*|heraus\w*|hergeben|ruber\w*|behalten|umzieh\w*|ubertrag\w*|wechsel\w*|wandern|hinuber)\b|\b(?:mitnehm\w*|mitbring\w*|freigeb\w*|nehme|nehmen|portier\w*)\b[^.!?\n]{0,50}\b(?:nummer|rufnummer)/g,
  ],
  [
    'port-provider',
    /\b(?:neue[rnm]? (?:anbieter|provider|gesellschaft|firma)|anbieter|provider|wechsle|wechsel(?:n|t)? (?:zu|nach)|konkurrenz|anderen anbieter|bisherigen anbieter|altanbieter|mitbewerber)\b/g,
  ],
  ['port-number', /\b(?:rufnummer|handynummer|mobilnummer|telefonnummer|nummer)\b|zztelefon/g],
  // transfer
  [
    'transfer-take',
    /\b(?:ubernimmt|ubernehm\w*|ubernahme|vertragsubernahme|ubernommen|uberschreib\w*|umschreib\w*|umgeschrieben|uberschrieben|ubertrag\w*|inhaberwechsel|halterwechsel|abtret\w*|eintritt|eintreten|vertragspartner|vertragsinhaber|vertragswechsel|ubergeht|ubergehen|abgeben|ubergeben)\b|\bschreib\w*\b[^.!?\n]{0,40}\b(?:auf (?:mich|meinen|seinen|ihren|die|den)|um)\b/g,
  ],
  [
    'transfer-to-name',
    /\bauf (?:meinen|seinen|ihren|deren|den|unseren|eigenen) (?:namen|sohn|mann|frau|tochter|enkel|bruder)|auf (?:mich|meine frau|meine tochter|meine schwester|meine mutter) (?:um|uber|laufen)|auf seinen namen|neuer? (?:inhaber|vertragspartner|vertragsinhaber|besitzer|kunde)|in (?:seinen|ihren) namen|nachfolger/g,
  ],
  [
    'transfer-both',
    /\b(?:beide unterschr\w*|unterschreib\w* (?:beide|mit)|abgebender|ubernehmender|bisheriger (?:inhaber|vertragspartner|kunde)|bisherige inhaberin|neue inhaberin|zahlt (?:kunftig|ab|jetzt|selb)|selber zahl\w*)\b/g,
  ],
  [
    'family',
    /\b(?:sohn|tochter|enkel\w*|bruder|schwester|mutter|vater|mann|frau|ehemann|ehefrau|schwiegersohn|schwiegertochter|neffe|nichte|oma|opa|tante|onkel|eltern|kind|kinder|partner\w*|lebensgefahrt\w*|bub|madel|mama|papa|gatte|gattin)\b/g,
  ],
  // filing
  [
    'file-enclosed',
    /\b(?:anbei|beiliegend\w*|beigefugt\w*|anliegend\w*|in der anlage|als anlage|im anhang|angehangt|hier(?:mit)? (?:sende|schicke|erhalten|ubersend\w*|kommt|zuruck)|ubersende\w*|zuruckgesandt|reiche\w*|liegt bei|liegen bei|im umschlag|beigelegt|hier ist|eingereicht)\b/g,
  ],
  [
    'file-signed',
    /\b(?:unterschrieben\w*|unterzeichnet\w*|gegengezeichnet\w*|gegenzeichn\w*|unterschrift|signiert\w*|ausgefullt\w*|gestempelt|gezeichnet|paraphiert)\b/g,
  ],
  [
    'file-contract',
    /\b(?:vertragsunterlagen|auftragsformular\w*|antrag\w*|bestellformular|auftrag\w*|bestellschein|vertragsexemplar\w*|ausfertigung\w*|exemplar|vertragsformular|rahmenvertrag\w*|mobilfunkvertrag|unterlagen|papiere|blatter|formulare?|vertragskopie|zweitschrift|durchschlag)\b/g,
  ],
  [
    'file-archive',
    /\b(?:ablage|archiv\w*|abheften|zu (?:ihren|den|euren) (?:akten|unterlagen)|zur akte|fur (?:ihre|eure) (?:akten|unterlagen|ablage)|zum verbleib|zum abheften|hinterleg\w*)\b/g,
  ],
  [
    'file-form',
    /\b(?:auftragsnummer|vorgangsnummer|vo-?nummer|haendler|handler|partner-?nr|tarif:|laufzeit:|mindestlaufzeit|ort, datum|unterschrift kund\w*|auftraggeber|vertragsbeginn|auftragsbestatigung|bestellung)\b/g,
  ],
];
