/** A customer as the company knows it; numbers without spaces, phones in E.164. Empty string: unknown. */
export interface Customer {
  readonly customerNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly email: string;
  readonly phones: readonly string[];
  readonly contracts: readonly string[];
  readonly ibans: readonly string[];
  readonly formerNumbers: readonly string[];
}

export const identifierKinds = [
  'customerNumber',
  'formerNumber',
  'contract',
  'phone',
  'iban',
  'email',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** A normalised identifier: upper case, only letters and digits; phones E.164; e-mail lower case. */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly value: string;
}

export interface AccountCandidate {
  readonly customerNumber: string;
  readonly name: string;
  /** Calibrated, 0 to 1. */
  readonly confidence: number;
  /** In words: "Kundennummer 6029481735", "Name und Anschrift". */
  readonly evidence: readonly string[];
}

/** `account` is the best guess; `doubt` says why a person should decide, when one should. */
export interface AccountMatch {
  readonly account: AccountCandidate | null;
  readonly candidates: readonly AccountCandidate[];
  readonly doubt?: string;
}

/** What the indexer asks of the customer base. The database implements it; every answer is bounded. */
export interface CustomerLookup {
  byIdentifiers(identifiers: readonly Identifier[]): Promise<readonly Customer[]>;
  /** Customer and contract numbers that differ in one character (substituted or two neighbours swapped). */
  byNearNumber(value: string): Promise<readonly Customer[]>;
  /** Everybody whose folded last name or company is one of `names` and lives in one of `cities` or `postalCodes`; at most 50. */
  byNames(names: readonly string[], places: readonly string[]): Promise<readonly Customer[]>;
  /** The shapes of customer and contract numbers, learned from the loaded customers. */
  numberShapes(): Promise<readonly NumberShape[]>;
}

/** What a company's numbers look like: "6029481735" has the shape 9{10} with prefix "60"; see learnShapes. */
export interface NumberShape {
  readonly kind: 'customerNumber' | 'contract' | 'formerNumber';
  /** Normalised shape: every digit 9, every letter itself ("NW999999999", "K99999999"). */
  readonly shape: string;
  /** The longest prefix that all numbers of this shape share (may be empty). */
  readonly prefix: string;
  readonly count: number;
}
