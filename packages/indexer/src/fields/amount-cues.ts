/** What text right before or after a sum shows of whether the letter is about it. */
interface Cue {
  readonly name: string;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

const asked =
  'widersp|unrecht|zurück|erstatt|streich|storn|in höhe von|(?<!\\p{L})über(?!\\p{L})|forderung|offen|betrag|schuld|summe|mahn|nicht (?:bezahl|schuldig)|zahl.{0,20}nicht|beanstand|zu viel|zuviel|gutschr|gesamt|zusammen|abgebucht|berechnet|rückstand|stund';
const differs =
  'weniger|mehr|rabatt|bonus|erhalten|nachla(?:ss|ß)|nachgelassen|günstiger|billiger|teurer|ermäßigt|reduziert|gesenkt|gutschrift';

export const amountCues: readonly Cue[] = (
  [
    ['asked, before', 'before', asked],
    ['asked, after', 'after', asked],
    ['bill', 'before', 'rechnung|abgerechnet|steh(?:t|en)'],
    // "I want 23.60 back"
    [
      'back',
      'after',
      String.raw`^[^.!?,;]{0,12}(?<!\p{L})(?:zurück|wieder|erstatte|gutschreib|gutzuschreib)`,
    ],
    [
      'refund of',
      'before',
      String.raw`(?:gutschrift|erstattung|überzahlung)\P{L}*(?:von|über|in höhe von)?\s*$`,
    ],
    ['refund has come', 'after', '^[^.!?]{0,40}(?:schon|bereits|geleistet|erhalten|verrechnet)'],
    [
      'not ordered',
      'after',
      String.raw`^[^.!?]{0,60}(?:nicht|nie|kein\p{L}*) (?:bestellt|gebucht|genutzt|beauftragt|vereinbart|veranlasst|verursacht)`,
    ],
    [
      'not paid',
      'after',
      String.raw`^[^.!?]{0,40}(?:zahl\p{L}*[^.!?]{0,25}(?<!\p{L})nicht|zu ?viel|zu hoch)`,
    ],
    // "On the bill are 86.30. Of them, 47.60 are for ..."
    ['of it', 'before', String.raw`(?<!\p{L})(?:davon|darunter|darin)(?: \p{Ll}+){0,2}\s*$`],
    // "the music option for 4.99": its price names what shall end.
    [
      'price of an option',
      'before',
      String.raw`(?:paket|option|abo|flat|schutz|versicherung|karte|dienst|pass|cloud|zusatz)\p{L}*[^.!?]{0,25}$`,
    ],
    ['rest', 'before', String.raw`(?:rest|übrige\p{L}*)[^.!?]{0,15}$`],
    // "139.90 instead of 39.90": the first is contested.
    ['instead of', 'after', String.raw`^[^.!?]{0,25}(?<!\p{L})(?:statt|anstatt|anstelle)(?!\p{L})`],
    [
      'as agreed',
      'before',
      String.raw`(?:statt|anstatt|anstelle(?: von)?|vereinbart\p{L}*(?: waren| sind| ist)?|abgemacht\p{L}*(?: waren)?|grundgebühr|grundpreis|normal\p{L}*|sonst|früher|vertrag steht|angebot\p{L}*)\P{L}*(?:nur|mit|von|zu|für|sind|waren)?\s*$`,
    ],
    // Paid, or agreed to.
    [
      'accepted',
      'after',
      String.raw`^(?![^.!?]{0,40}nicht)[^.!?]{0,40}(?:sind ok|ist ok|in ordnung|stimmt|stimmen|überwiesen|angewiesen|bezahlt|korrekt|zahle ich|gern)(?!\p{L})`,
    ],
    [
      'uncontested',
      'before',
      String.raw`(?:unstrittig|unbestritten)[^.!?]{0,30}$|zahle (?:ich )?(?:ihnen )?nur(?: die)?\s*$`,
    ],
    // "684.20 in four instalments": the debt.
    [
      'debt',
      'after',
      String.raw`^[^.!?]{0,30}(?<!\p{L})(?:in|auf) [^.!?,]{1,20}(?:rate|teile|stück|hälfte|monate|mal(?!\p{L}))`,
    ],
    [
      'instalment',
      'before',
      String.raw`(?<!\p{L})(?:raten?|teile?n?|stück\p{L}*|abschlag|abzahl\p{L}*|zahlung)\P{L}*(?:von|zu|à|je|über)?(?: je| jeweils| monatlich)?\s*$|(?:je|jeweils|à|zu je)\s*$`,
    ],
    [
      'a month',
      'after',
      String.raw`^\s*(?:,-)?\s*(?:im monat|pro monat|monatlich|jeden monat|mtl|\/ ?monat|die woche|pro woche)`,
    ],
    ['each month', 'before', String.raw`(?:jeden monat|im monat|monatlich)\s*(?:nur|die)?\s*$`],
    // What a price differs by, or what a device costs beside it.
    [
      'beside the price',
      'before',
      String.raw`(?:rabatt|zuzahlung|gutschein|erhöhung|senkung|nachla(?:ss|ß)|bonus|höchstens|\(ab|einmalig|einmalzahlung|gerät|handy|telefon|(?<!\p{L})um)\P{L}*(?:von|um|über|für|zu)?\s*$`,
    ],
    [
      'difference',
      'after',
      String.raw`^ ?(?:im monat|pro monat|monatlich|(?:je|pro) \p{L}+)? ?(?:${differs})`,
    ],
    [
      'result',
      'before',
      String.raw`(?:=|macht|zusammen|insgesamt|summe|brutto|das sind)\P{L}*(?:genau)?\s*$`,
    ],
    // What the writer lives on, has left or waits for.
    [
      'income',
      'before',
      String.raw`(?:rente|lohn|gehalt|einkommen|krankengeld|verdien\p{L}*|bürgergeld|bleib(?:en|t))[^.!?]{0,40}$`,
    ],
    ['income', 'after', String.raw`^\s*(?:netto|rente|lohn|gehalt|zum leben|übrig)(?!\p{L})`],
    // "2 x 29.99 = 59.98", "(37.26 by 30 times 19)"
    ['factor', 'before', String.raw`\d ?(?:[x×*]|mal)\s*$`],
    ['factor', 'after', String.raw`^ ?(?:durch|geteilt|[x×*]|mal) \d`],
  ] as const
).map(([name, side, words]) => ({ name, [side]: new RegExp(words, 'iu') }));
