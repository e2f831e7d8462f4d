import type { Letter } from '@mailroom/core';

/** What of a letter the sender wrote to us: what the wishes are read from, in service and in training. */
export const sendersWords = ({ channel, text }: Pick<Letter, 'channel' | 'text'>): string =>
  channel === 'fax' ? withoutCover(text) : text;

/**
 * A fax without the form on its cover page: who to whom, how many pages, what to do with it, and what strangers
 * must do who got it by mistake. The subject and a message written on the cover are the sender's words, and stay.
 * `text` has a form feed between pages.
 */
export function withoutCover(text: string): string {
  const [first = '', ...others] = text.split('\f');
  if (others.every((page) => page.trim() === '') || !isCover(first)) return text;
  const kept = first.split('\n').filter((line) => !isForm(line));
  return [kept.join('\n'), ...others].join('\f');
}

const title =
  /^\W*(?:tele)?fax(?:-?(?:nachricht|mitteilung|deckblatt|vorblatt|cover(?: sheet)?|message))?\W*$|deckblatt|cover sheet/im;
const label =
  /^\W*(?:an|to|von|from|zu h[aä]nden|z\. ?hd\.|attn|firma|company|(?:tele)?fax(?:-?(?:nr|nummer|number))?|tel(?:efon)?(?:-?(?:nr|nummer))?|phone|e-?mail|datum|date|uhrzeit|time|(?:anzahl )?(?:der )?seiten(?:zahl|anzahl)?(?: \(?inkl.*)?|pages|cc|kopie an|abteilung|absender|empf[aä]nger|unser zeichen|ihr zeichen)\.?\s*(?::|\s{2,}|$)/i;
const wishes = [
  'dringend',
  'eilt',
  'urgent',
  'zur kenntnis(?:nahme)?',
  'zur erledigung',
  'zum verbleib',
  'zur pr[uü]fung',
  'zur stellungnahme',
  'mit der bitte um',
  'bitte um r[uü]ckruf',
  'bitte r[uü]ckruf',
  'bitte kommentieren',
  'bitte antworten',
  'vertraulich',
  'please (?:reply|comment|recycle)',
  'for review',
];
const tickBox = new RegExp(String.raw`^\W*(?:\[[ x]?\]|[☐☒☑□■oO])?\W*(?:${wishes.join('|')})`, 'i');
const boilerplate =
  /(?:nicht der (?:richtige|beabsichtigte) (?:adressat|empf[aä]nger)|irrt[uü]mlich erhalten|unbefugte|not the intended recipient|falls (?:sie )?nicht alle seiten|sollten seiten fehlen)/i;

/** A form needs several of its labels: letters speak of fax numbers, too. */
const fewestLabels = 4;

function isCover(page: string): boolean {
  const labels = page.split('\n').filter((line) => label.test(line)).length;
  return (
    labels >= fewestLabels + (title.test(page) ? -1 : 0) && /fax/i.test(page) && /seiten|pages/i.test(page)
  );
}

function isForm(line: string): boolean {
  return label.test(line) || title.test(line) || tickBox.test(line) || boilerplate.test(line);
}
