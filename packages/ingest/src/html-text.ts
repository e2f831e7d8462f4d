import { compile } from 'html-to-text';

/** The text of an HTML page or mail as a reader sees it: cells of a table apart, links without their addresses. */
export function htmlText(html: string): string {
  return toText(html.slice(0, maxCharacters));
}

const maxCharacters = 2_000_000;

const toText = compile({
  wordwrap: false,
  limits: { maxDepth: 100, maxInputLength: maxCharacters },
  formatters: {
    cell: (element, walk, builder) => {
      walk(element.children, builder);
      builder.addInline('  ', { noWordTransform: true });
      builder.addLiteral(' ');
    },
  },
  selectors: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'table', format: 'block' },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
  ],
});
