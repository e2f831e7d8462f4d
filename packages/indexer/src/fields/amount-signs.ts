/** A sign near a sum, in the text before or after it. */
export interface Sign {
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly weight: number;
}

const asked =
  'widersp|unrecht|zurück|erstatt|streich|storn|in höhe von|(?<!\\p{L})über(?!\\p{L})|forderung|offen|betrag|schuld|summe|mahn|nicht (?:bezahl|schuldig)|zahl.{0,20}nicht|beanstand|zu viel|zuviel|gutschr|gesamt|zusammen|abgebucht|berechnet|rückstand|stund';
const differs =
  'weniger|mehr|rabatt|bonus|erhalten|nachla(?:ss|ß)|nachgelassen|günstiger|billiger|teurer|ermäßigt|reduziert|gesenkt|gutschrift';

/** Weights in log-odds, found as those in date-weights.ts: a sum with less than 0 is only mentioned. */
export const signs: readonly Sign[] = (
  [
    ['before', asked, 0.5],
    ['after', asked, 0.3],
    ['before', 'rechnung|abgerechnet|steh(?:t|en)', 0.2],
    // "I want 23.60 back"
    ['after', String.raw`^[^.!?,;]{0,12}(?<!\p{L})(?:zurück|wieder|erstatte|gutschreib|gutzuschreib)`, 1.3],
    [
      'after',
      String.raw`^[^.!?]{0,60}(?:nicht|nie|kein\p{L}*) (?:bestellt|gebucht|genutzt|beauftragt|vereinbart|veranlasst|verursacht)`,
      1.3,
    ],
    ['after', String.raw`^[^.!?]{0,40}(?:zahl\p{L}*[^.!?]{0,25}(?<!\p{L})nicht|zu ?viel|zu hoch)`, 0.6],
    // "On the bill are 86.30. Of them, 47.60 are for ..."
    ['before', String.raw`(?<!\p{L})(?:davon|darunter|darin)(?: \p{Ll}+){0,2}\s*$`, 1.6],
    // "the music option for 4.99": its price names what shall end.
    [
      'before',
      String.raw`(?:paket|option|abo|flat|schutz|versicherung|karte|dienst|pass|cloud|zusatz)\p{L}*[^.!?]{0,25}$`,
      1.3,
    ],
    ['before', String.raw`(?:rest|übrige\p{L}*)[^.!?]{0,15}$`, 0.9],
    // "139.90 instead of 39.90": the first is contested.
    ['after', String.raw`^[^.!?]{0,25}(?<!\p{L})(?:statt|anstatt|anstelle)(?!\p{L})`, 1.7],
    [
      'before',
      String.raw`(?:statt|anstatt|anstelle(?: von)?|vereinbart\p{L}*(?: waren| sind| ist)?|abgemacht\p{L}*(?: waren)?|grundgebühr|grundpreis|normal\p{L}*|sonst|früher|vertrag steht|angebot\p{L}*)\P{L}*(?:nur|mit|von|zu|für|sind|waren)?\s*$`,
      -0.4,
    ],
    // Paid, or agreed to.
    [
      'after',
      String.raw`^(?![^.!?]{0,40}nicht)[^.!?]{0,40}(?:sind ok|ist ok|in ordnung|stimmt|stimmen|überwiesen|angewiesen|bezahlt|korrekt|zahle ich|gern)(?!\p{L})`,
      -0.9,
    ],
    [
      'before',
      String.raw`(?:unstrittig|unbestritten)[^.!?]{0,30}$|zahle (?:ich )?(?:ihnen )?nur(?: die)?\s*$`,
      -1.5,
    ],
    // "684.20 in four instalments": the debt.
    [
      'after',
      String.raw`^[^.!?]{0,30}(?<!\p{L})(?:in|auf) [^.!?,]{1,20}(?:rate|teile|stück|hälfte|monate|mal(?!\p{L}))`,
      1,
    ],
    // An instalment; the debt is meant.
    [
      'before',
      String.raw`(?<!\p{L})(?:raten?|teile?n?|stück\p{L}*|abschlag|abzahl\p{L}*|zahlung)\P{L}*(?:von|zu|à|je|über)?(?: je| jeweils| monatlich)?\s*$|(?:je|jeweils|à|zu je)\s*$`,
      -1.3,
    ],
    // What a price differs by, or what a device costs beside it.
    [
      'before',
      String.raw`(?:rabatt|zuzahlung|gutschein|erhöhung|senkung|nachla(?:ss|ß)|bonus|höchstens|\(ab|einmalig|einmalzahlung|gerät|handy|telefon|(?<!\p{L})um)\P{L}*(?:von|um|über|für|zu)?\s*$`,
      -1.6,
    ],
    ['after', String.raw`^ ?(?:im monat|pro monat|monatlich|(?:je|pro) \p{L}+)? ?(?:${differs})`, -2.6],
    ['before', String.raw`(?:=|macht|zusammen|insgesamt|summe|brutto|das sind)\P{L}*(?:genau)?\s*$`, 0.7],
    // What the writer lives on, has left or waits for.
    [
      'before',
      String.raw`(?:rente|lohn|gehalt|einkommen|krankengeld|verdien\p{L}*|bürgergeld|bleib(?:en|t))[^.!?]{0,40}$`,
      -1.5,
    ],
    ['after', String.raw`^\s*(?:netto|rente|lohn|gehalt|zum leben|übrig)(?!\p{L})`, -1.5],
    // "2 x 29.99 = 59.98", "(37.26 by 30 times 19)"
    ['before', String.raw`\d ?(?:[x×*]|mal)\s*$`, -1.9],
    ['after', String.raw`^ ?(?:durch|geteilt|[x×*]|mal) \d`, -1.5],
  ] as const
).map(([side, words, weight]) => ({ [side]: new RegExp(words, 'iu'), weight }));
