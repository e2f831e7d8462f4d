import { type Customer, foldName } from '@mailroom/core';
import { blur } from './blur.ts';
import { differsByOne } from './differs-by-one.ts';
import type { Reading, Run, Word } from './reading.ts';

/** How a customer's name stands in a letter. */
export interface NameAgreement {
  /** `full`: first and last name side by side; `apart`: both, but not together; `initial`: "H. Wolters". */
  readonly degree: 'full' | 'company' | 'initial' | 'apart' | 'last' | 'first' | 'none';
  /** True when only OCR's view of the last name or company agrees. */
  readonly blurred: boolean;
  /** Beside the last name stands, wherever it stands, somebody else's first name: "Jens" of "Jens Holm". */
  readonly otherFirstName?: string;
}

const none: NameAgreement = { degree: 'none', blurred: false };

export function agreeOnName(customer: Customer, reading: Reading): NameAgreement {
  const person = agreeOnPerson(customer, reading);
  const company = agreeOnCompany(customer.company, reading);
  return rank(company) > rank(person) ? company : person;
}

const order = ['none', 'first', 'last', 'apart', 'initial', 'company', 'full'];
const rank = ({ degree, blurred, otherFirstName }: NameAgreement): number =>
  order.indexOf(degree) - (blurred ? 0.4 : 0) - (otherFirstName ? 0.2 : 0);
const better = (one: NameAgreement, other: NameAgreement): NameAgreement =>
  rank(other) > rank(one) ? other : one;

function agreeOnCompany(company: string, reading: Reading): NameAgreement {
  const { runs, blurred } = findName(company, reading);
  return runs.length === 0 ? none : { degree: 'company', blurred };
}

function agreeOnPerson({ firstName, lastName }: Customer, reading: Reading): NameAgreement {
  const firsts = firstName
    .split(/[\s-]+/)
    .map(foldName)
    .filter((name) => name.length > 1);
  const firstStands = firsts.some((first) => findName(first, reading).runs.length > 0);
  const { runs, blurred } = findName(lastName, reading);
  if (runs.length === 0) return firstStands ? { degree: 'first', blurred: false } : none;
  const beside = runs.map((run) => agreeBeside(run, firsts, blurred, reading));
  const best = beside.reduce(better);
  if (best.degree !== 'last') return best;
  if (firstStands) return { degree: 'apart', blurred };
  // One place that names somebody else is enough: "Zschoch" in the e-mail address, "Friederike Zschoch" below.
  return beside.find((one) => one.otherFirstName !== undefined) ?? best;
}

/** Where a name stands: exactly, else as OCR might have read it. */
function findName(name: string, reading: Reading): { runs: readonly Run[]; blurred: boolean } {
  const key = foldName(name);
  const exact = reading.runsByFolded.get(key);
  if (key === '' || exact) return { runs: exact ?? [], blurred: false };
  if (key.length < 4) return { runs: [], blurred: true };
  const blurredKey = blur(key);
  const alike = reading.runsByBlurred.get(blurredKey);
  if (alike || key.length < 6) return { runs: alike ?? [], blurred: true };
  return { runs: reading.runs.filter((run) => differsByOne(run.blurred, blurredKey)), blurred: true };
}

/** Compares the words beside a last name with the first names. */
function agreeBeside(
  { from, to }: Run,
  firsts: readonly string[],
  blurred: boolean,
  { words }: Reading,
): NameAgreement {
  const inLine = (word: Word): boolean => word.line === words[from]?.line;
  const before = words.slice(Math.max(0, from - 3), from).filter(inLine);
  const beside = [...before, ...words.slice(to, to + 2).filter(inLine)];
  if (beside.some((word) => firsts.some((first) => sameFirst(word.folded, first))))
    return { degree: 'full', blurred };
  const initials = beside.filter((word) => /^\p{Lu}$/u.test(word.text));
  if (initials.some((word) => word.folded === firsts[0]?.charAt(0))) return { degree: 'initial', blurred };
  const other = initials.at(0) ?? before.findLast(isFirstName);
  return { degree: 'last', blurred, ...(other ? { otherFirstName: other.text } : {}) };
}

const sameFirst = (folded: string, first: string): boolean =>
  folded === first || (first.length >= 4 && blur(folded) === blur(first));

const notFirstNames = new Set(
  `herr herrn frau fraeulein familie fam eheleute firma dr prof dipl ing med geb geborene verw von van de der die das
   den dem des zu zur zum und oder an aus bei in im mit fuer ihr ihre ihrem ihrer mein meine meiner meines meinem unser
   unsere name nachname kunde kundin rechtsanwalt rechtsanwaeltin mandant mandantin betreuer betreuerin taxi hof`.split(
    /\s+/,
  ),
);

const isFirstName = (word: Word): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(word.text) && !notFirstNames.has(word.folded);
