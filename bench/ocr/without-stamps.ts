const months = 'JAN|FEB|MÄRZ|APR|MAI|JUNI|JULI|AUG|SEP|OKT|NOV|DEZ';
const ofTheMailroom = new RegExp(
  String.raw`EINGEGANGEN|EINGANG|Eingang:|Poststelle|Postzentrum|\b\d{1,2}\. ?(?:${months}) 20\d\d|\b20\d{6} \d{6}\b`,
  'g',
);

/**
 * A text without the stamp of receipt and the scanner's running number. They are on the fixtures' pages and not in
 * their truth, which is the sender's text: whoever reads them well must not be worse for it.
 */
export function withoutStamps(text: string): string {
  return text.replace(ofTheMailroom, '');
}
