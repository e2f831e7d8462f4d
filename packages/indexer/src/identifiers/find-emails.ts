import type { Mention } from './mention.ts';

// OCR puts spaces around the at sign and reads it as (at), ©, ® or Q; only the first three are safe to repair.
// It begins where a word does, or a long run of letters would be tried from each of them.
const pattern =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+ ?(?:@|\(at\)|©|®) ?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/giu;

export function findEmails(text: string): readonly Mention[] {
  return [...text.matchAll(pattern)].map((match) => ({
    kind: 'email',
    value: match[0]
      .replace(/ ?(?:@|\(at\)|©|®) ?/i, '@')
      .toLowerCase()
      .replace(/^[._-]+/, ''),
    start: match.index,
    end: match.index + match[0].length,
    words: match[0],
    labelled: true,
  }));
}
