/** Columns padded to their widest cell; long cells are cut, so that a row stays one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], widest = 48): string {
  const lines = [head, ...rows].map((row) => row.map((cell) => cut(printable(cell), widest)));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const [first, ...rest] = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return `${[first, rule, ...rest].join('\n')}\n`;
}

/** File names and recognised text are anybody's input: no control character reaches the terminal. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, ' ');
}

function cut(text: string, widest: number): string {
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
}
