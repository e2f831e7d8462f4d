import type { IdentifierKind } from '@mailroom/core';

/** What a case worker calls an identifier. */
export const kindWords: Readonly<Record<IdentifierKind, string>> = {
  customerNumber: 'Kundennummer',
  contract: 'Vertragsnummer',
  formerNumber: 'frühere Nummer',
  iban: 'IBAN',
  email: 'E-Mail-Adresse',
  phone: 'Rufnummer',
};
