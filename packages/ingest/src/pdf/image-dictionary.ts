/** What decides how an image stream must be decoded; pdfium does not tell, the file does. */
export interface ImageDictionary {
  /** Has a mask, is one, or maps its values; such images are drawn by pdfium. */
  readonly altered: boolean;
  /** /Decode [1 0]: dark and light change places. */
  readonly inverted: boolean;
  readonly fax: FaxParameters;
}

/** /DecodeParms of CCITTFaxDecode (ISO 32000-1, table 11). */
export interface FaxParameters {
  readonly k: number;
  readonly columns: number;
  readonly blackIs1: boolean;
  readonly byteAlign: boolean;
}

/** A file and where its last image was found: pages follow each other, so the next is mostly behind it. */
export interface ImageSearch {
  readonly file: Buffer;
  from: number;
}

/**
 * The dictionary of the stream whose bytes are `raw`, found by the bytes themselves. Undefined when they do
 * not stand in the file (it is encrypted) or the dictionary refers to other objects for what we need.
 */
export function findImageDictionary(search: ImageSearch, raw: Buffer): ImageDictionary | undefined {
  const { file, from } = search;
  const behind = file.indexOf(raw, from);
  const at = behind >= 0 ? behind : file.indexOf(raw);
  if (at < 0) return undefined;
  search.from = at;
  const before = file.toString('latin1', Math.max(0, at - 8192), at);
  const start = before.lastIndexOf(' obj');
  const text = start < 0 ? '' : before.slice(start);
  if (!/stream\r?\n?$/.test(text) || /\/Decode(?:Parms)?\s*\d+\s+\d+\s+R/.test(text)) return undefined;
  const decode = decodeOf(text);
  return {
    altered: /\/(?:SMask|Mask|ImageMask\s+true)\b/.test(text) || decode === 'other',
    inverted: decode === 'inverted',
    fax: {
      k: numberOf(text, 'K') ?? 0,
      columns: numberOf(text, 'Columns') ?? 1728,
      blackIs1: /\/BlackIs1\s+true\b/.test(text),
      byteAlign: /\/EncodedByteAlign\s+true\b/.test(text),
    },
  };
}

function decodeOf(text: string): 'plain' | 'inverted' | 'other' {
  const values = /\/Decode\s*\[([^\]]*)\]/.exec(text)?.[1]?.trim().split(/\s+/).map(Number);
  if (!values || values.every((value, index) => value === index % 2)) return 'plain';
  return values.length === 2 && values[0] === 1 && values[1] === 0 ? 'inverted' : 'other';
}

function numberOf(text: string, name: string): number | undefined {
  const digits = new RegExp(`/${name}\\s*(-?\\d+)`).exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
