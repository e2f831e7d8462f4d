/** What a separator sheet of ours says: "MRT" and eight digits, the last two of them check digits. */
export type SheetCode =
  | { readonly kind: 'sheet'; readonly number: number }
  /** Begins like one of ours, but the digits do not agree: misread or forged. */
  | { readonly kind: 'wrong'; readonly text: string };

const prefix = 'MRT';
export const mostSheets = 999_999;

/** The text on sheet `number` (1 to 999,999). */
export function sheetCode(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > mostSheets)
    throw new RangeError(`no sheet ${number}`);
  const digits = String(number).padStart(6, '0');
  return `${prefix}${digits}${checkDigits(digits)}`;
}

/** Undefined for a barcode that is none of ours: registered mail, invoices. */
export function readSheetCode(text: string): SheetCode | undefined {
  if (!text.startsWith(prefix)) return undefined;
  const [, digits, check] = /^MRT(\d{6})(\d{2})$/.exec(text) ?? [];
  if (digits === undefined || checkDigits(digits) !== check)
    return { kind: 'wrong', text: text.slice(0, 40) };
  return { kind: 'sheet', number: Number(digits) };
}

/** ISO 7064 MOD 97-10, as in an IBAN: finds every single wrong digit and every two that were swapped. */
function checkDigits(digits: string): string {
  return String(98 - ((Number(digits) * 100) % 97)).padStart(2, '0');
}
