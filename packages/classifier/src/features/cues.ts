/** How something is said: a cue turns "ich kündige" into something else. Patterns over one folded clause or sentence. */
export const cues: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'not',
    /\b(?:nicht|nich|net|nit|ned|nix|nichts|kein\w*|nie|niemals|weder|noch nie|keinesfalls|keineswegs|ohne|nimmer|mitnichten|statt zu)\b/,
  ],
  [
    'if',
    /\b(?:wenn|falls|sofern|sollte|sollten|sonst|ansonsten|andernfalls|anderenfalls|bevor|ehe|im falle|es sei denn|widrigenfalls|gesetzt den fall|angenommen)\b/,
  ],
  [
    'would',
    /\b(?:wurde|wurden|hatte|hatten|konnte|konnten|ware|waren|musste|mussten|tat|taten|durfte|tate|kame|bekam)\b/,
  ],
  [
    'past',
    /\b(?:hatte|hatten|habe|hab|haben|war|waren|wurde|worden|damals|seinerzeit|voriges jahr|letztes jahr|vor (?:\w+ )?(?:jahren|monaten|wochen)|bereits|schon|fruher|im (?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)|ge\w{3,}t)\b/,
  ],
  [
    'they',
    /\b(?:sie (?:schreiben|schrieben|behaupten|haben|teilen|meinen|bieten|wollen)|ihr (?:schreiben|brief|mitarbeiter|kollege|anruf)|in ihrem|laut|angeblich|behauptet\w*|heisst es|es hiess|geschrieben|steht|stand|man (?:hat )?mir|wollte man|ihrerseits|von ihnen|ihre (?:mitarbeiterin|kollegin|dame|bestatigung|mahnung|kundigung))\b/,
  ],
  [
    'threat',
    /\b(?:sonst|andernfalls|anderenfalls|ansonsten|ware ich gezwungen|gezwungen|sehe ich mich|behalte ich mir|behalten wir uns|vorbehalt\w*|uberleg\w*|denke\w* (?:uber|daran|nach)|erwag\w*|spiele mit|drohe\w*|werde ich wohl|am liebsten|kurz davor|konsequenz\w*|beim nachsten mal|noch einmal|nochmal)\b/,
  ],
  [
    'maybe',
    /\b(?:vielleicht|eventuell|evtl|moglicherweise|gegebenenfalls|ggf|irgendwann|noch nicht|unter umstanden|wahrscheinlich|theoretisch|womoglich)\b/,
  ],
  [
    'back',
    /\b(?:zuruck(?:nehm\w*|zieh\w*|gezogen|genommen)?|doch nicht|hinfallig|gegenstandslos|erledigt|vergessen|storniert|ruckgangig|anders uberlegt|nicht mehr)\b/,
  ],
  [
    'others',
    /\b(?:nachbar\w*|bekannte\w*|kollege\w*|kollegin|schwager|schwagerin|freund|freundin|er|sie hat|man|jemand|andere\w*|leute|viele)\b/,
  ],
  [
    'self',
    /\b(?:ich|wir|i|mir|hiermit|hierdurch|mein\w*|unser\w*|namens|im auftrag|in vollmacht|bevollmachtigt\w*)\b/,
  ],
  ['now', /\b(?:hiermit|hierdurch|ab sofort|sofort|jetzt|nun|zum|ab|per|kunftig|heute|bitte)\b/],
  ['future', /\b(?:werde|werden|wird|will|wollen|mochte\w*|soll|sollen)\b/],
  ['ask', /\?|\b(?:ob|wie|was|wann|warum|wieso|weshalb|welche\w*)\b/],
];

/** Bits of the cues that a folded text shows, in the order of `cues`. */
export function findCues(folded: string): number {
  let bits = 0;
  for (const [index, [, pattern]] of cues.entries()) if (pattern.test(folded)) bits |= 1 << index;
  return bits;
}

export const quotedBit: number = 1 << cues.length;

export const cueNames: readonly string[] = cues.map(([name]) => name);
