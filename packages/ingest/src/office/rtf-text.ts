/** Groups that hold no text of the letter. */
const destinations = new Set(
  'fonttbl colortbl stylesheet info pict object listtable listoverridetable rsidtbl generator themedata datastore'.split(
    ' ',
  ),
);
const marks: Readonly<Record<string, string>> = {
  ...{ par: '\n', line: '\n', sect: '\n', page: '\n', row: '\n', cell: '  ', tab: '    ' },
  ...{ emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•' },
};

interface Group {
  skipped: boolean;
  /** Characters that stand in for one that older readers do not know (\uc). */
  fallback: number;
}

/** The text of an RTF document (RTF 1.9.1), and of HTML that Outlook packed into RTF. */
export function rtfText(bytes: Buffer): string {
  const rtf = bytes.toString('latin1');
  const decoder = decoderOf(/\\ansicpg(\d+)/.exec(rtf)?.[1]);
  const groups: Group[] = [{ skipped: false, fallback: 1 }];
  let text = '';
  let toSkip = 0;
  for (const [token, hex, word, argument] of rtf.matchAll(tokens)) {
    const group = groups.at(-1) ?? { skipped: false, fallback: 1 };
    if (token === '{') groups.push({ ...group });
    else if (token === '}') groups.pop();
    else if (token === '\\*' || (word !== undefined && destinations.has(word))) group.skipped = true;
    else if (word === 'htmlrtf') group.skipped = argument !== '0';
    else if (word === 'uc') group.fallback = Number(argument ?? 1);
    else if (group.skipped) continue;
    else if (word === 'u') {
      text += String.fromCharCode((Number(argument) + 65_536) % 65_536);
      toSkip = group.fallback;
    } else if (word !== undefined) text += marks[word] ?? '';
    else if (toSkip > 0 && (hex !== undefined || token.length === 1)) toSkip -= 1;
    else if (hex !== undefined) text += decoder.decode(Buffer.from(hex, 'hex'));
    else text += plain(token);
  }
  return text;
}

/** Brackets, \'hh, a control word with its argument and blank, a control sign, a character. */
const tokens = /[{}]|\\'([0-9a-f]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\[^a-z]|[^\\{}\r\n]/gi;

function plain(token: string): string {
  if (token.length === 1) return token;
  const sign = token.slice(1);
  if (sign === '~') return ' ';
  if (sign === '\n' || sign === '\r') return '\n';
  return ['\\', '{', '}'].includes(sign) ? sign : sign === '_' ? '-' : '';
}

/** Windows-1252 when the document names a code page that nobody knows. */
function decoderOf(codePage = '1252'): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(`windows-${codePage}`);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder('windows-1252');
    throw error;
  }
}
