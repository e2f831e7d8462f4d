/**
 * Text as it is compared: lower case, umlauts as their bare vowel however they were written or read
 * ("Kündigung", "Kuendigung" and OCR's "Kundigung" agree), ß as ss (also OCR's B inside a word).
 * The result may be shorter than the text; it has no positions of its own.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?<=\p{Ll})B(?=\p{Ll}|\b)/gu, 'ss')
    .replaceAll('\uFB01', 'fi')
    .replaceAll('\uFB02', 'fl')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/(?<![aeq])ue/g, 'u')
    .replace(/[’‘`´]/g, "'")
    .replace(/[„“”«»"]|,,|''/g, '"')
    .replace(/\s+/g, ' ');
}

/** Values become one word each, so that what counts is that there is a date, and not which. */
export function maskValues(folded: string): string {
  return folded
    .replace(/\bde ?\d{2}(?: ?[\do]{4}){4} ?[\do]{2}\b/g, ' zziban ')
    .replace(/(?<!\S)\S+@\S+/g, ' zzmail ')
    .replace(/\b(?:https?:|www\.)\S+/g, ' zzweb ')
    .replace(
      /\b\d{1,2}\. ?(?:\d{1,2}\.|(?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|apr|jun|jul|aug|sept?|okt|nov|dez)\b\.?) ?(?:\d{4}|\d{2}\b(?![,.]\d))?/g,
      ' zzdatum ',
    )
    .replace(/\b\d+[,.]\d{2}(?: ?(?:€|eur\b|euro\b))?|\b\d+(?:,-+)? ?(?:€|eur\b|euro\b)/g, ' zzbetrag ')
    .replace(/(?:\+49|\b0)[\d /()-]{7,}\d/g, ' zztelefon ')
    .replace(/\b(?=[a-z/-]*\d)[a-z\d]+(?:[-/][a-z\d]+)+\b|\b[a-z]?\d{6,}\b/g, ' zznummer ')
    .replace(/\b\d{5}\b/g, ' zzplz ')
    .replace(/\b\d+\b/g, ' zzzahl ');
}
