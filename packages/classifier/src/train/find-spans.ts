/** Where words stand in a text, white space taken loosely; undefined when they do not. */
export function findSpan(text: string, span: string): { start: number; end: number } | undefined {
  const at = text.indexOf(span);
  if (at >= 0) return { start: at, end: at + span.length };
  const words = span.trim().split(/\s+/).map(escapePattern);
  const match = new RegExp(words.join('\\s+'), 'u').exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

const escapePattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
