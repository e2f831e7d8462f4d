import { hasUtf16Mark } from './looks-like-text.ts';

/** Text without a stated character set: UTF-16 by its mark, UTF-8 when it is valid, else Windows-1252. */
export function decodeText(bytes: Buffer): string {
  if (hasUtf16Mark(bytes)) return new TextDecoder(bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes);
    throw error;
  }
}
