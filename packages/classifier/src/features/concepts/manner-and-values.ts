import type { Concept } from './concept.ts';

/** Dates, addresses and numbers, questions, thanks, advertising, officials. See concepts.ts. */
export const mannerAndValues: readonly Concept[] = [
  // values
  [
    'address-full',
    /\b[a-z.'-]+ ?\d{1,3} ?[a-z]?\b[^\n]{0,25}\b\d{5} [a-z]|\b\d{5} [a-z]+, [a-z. -]+ \d{1,3}\b/g,
  ],
  [
    'address-half',
    /(?:strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|hof|steig|berg|markt|stieg|kamp|pfad|chaussee) \d{1,3}\b/g,
  ],
  ['iban', /\bde ?\d{2}(?: ?[\do]{4}){4} ?[\do]{2}\b/g],
  ['amount', /\d+[,.]\d{2}|\d+ ?(?:euro|eur\b|€)/g],
  [
    'date',
    /\b\d{1,2}\. ?(?:\d{1,2}\.|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)/g,
  ],
  // other
  [
    'ask-info',
    /\b(?:frage|anfrage|wissen|erkundig\w*|mochte fragen|wollte fragen|konnen sie mir sagen|wie (?:hoch|lange|viel|teuer|kann|geht)|was (?:kostet|passiert|ware|wurde)|wann|ob ich|gibt es|informationen|infos|auskunft uber (?:tarif|preis)|prospekt)\b/g,
  ],
  ['thanks', /\b(?:dank\w*|lob\w*|freundlich bedient|hat mich gefreut|zufrieden|kompliment)\b/g],
  [
    'advert',
    /\b(?:wir bieten|unser angebot|unsere (?:produkte|leistungen|dienstleistung\w*)|messe|einladung|seminar|katalog|rabattaktion|jetzt bestellen|kostenlos testen|kooperation|toner|buromaterial|reinigung|entscheider|geschaftspartner|sponsor\w*|spende\w*)\b/g,
  ],
  [
    'application',
    /\b(?:bewerb\w*|praktikum|ausbildungsplatz|stellenanzeige|lebenslauf|initiativbewerbung|stelle als|zeugnis\w*)\b/g,
  ],
  [
    'misdirected',
    /\b(?:stadtwerke|strom\w*|gaszahler|zahlerstand|krankenkasse|versicherung\w*|finanzamt|zeitung\w*|abonnement|fitness\w*|verein\w*|mitgliedschaft|bausparkasse|hausverwaltung|nicht an sie|irrtumlich|falsch zugestellt|fur sie bestimmt|kein kunde|keine kundin)\b/g,
  ],
  [
    'official',
    /\b(?:gericht|staatsanwaltschaft|polizei\w*|aktenzeichen|az|behorde|amtsgericht|landratsamt|gemeinde|finanzamt|jobcenter|ermittlung\w*|auskunftsersuchen|pfandung\w*|insolvenzverwalter\w*|rechtsanwalt\w*|kanzlei|mandant\w*|betreuer\w*|vollmacht\w*|bevollmachtigt\w*|vormund|bestellungsurkunde)\b/g,
  ],
  [
    'confirm-ask',
    /\b(?:bestatigung|bestatigen|schriftlich|ruckmeldung|nachricht|eingangsbestatigung|kopie|zweitschrift)\b/g,
  ],
  [
    'no-wish',
    /\b(?:nur zur (?:info\w*|kenntnis)|zur kenntnis|nichts (?:weiter|zu tun|veranlassen|unternehmen)|kein handlungsbedarf|bitte nichts|alles (?:bleibt|beim alten)|hat sich (?:schon |bereits )?erledigt|erledigt sich|ist erledigt|gegenstandslos)\b/g,
  ],
  [
    'please',
    /\b(?:bitte|bitten|ersuche\w*|mochte\w*|wunsche\w*|verlange\w*|fordere\w*|beantrage\w*|hatte gern\w*|will|wollen|teile\w* (?:ihnen |euch )?mit|mitteil\w*|erklare\w*|hiermit|hierdurch|moge\w*|soll|sollen)\b/g,
  ],
  [
    'also',
    /\b(?:ausserdem|zudem|ubrigens|nebenbei|gleichzeitig|ferner|weiter(?:hin|s)?|zusatzlich|auch (?:noch|gleich)|bei der gelegenheit|und noch|im selben zug|zugleich|des weiteren|ach ja|desweiteren|apropos|zweitens|2\.)\b/g,
  ],
];
