/**
 * Whether an address is one of `known`: addresses ("service@example.de") and whole domains ("@example.de"); a tag
 * after a plus sign does not matter, and neither does case.
 */
export function matchesAddress(known: readonly string[], address: string): boolean {
  const at = address.lastIndexOf('@');
  if (at < 1) return false;
  const domain = address.slice(at).toLowerCase();
  const mailbox = address.slice(0, at).toLowerCase().replace(/\+.*$/, '');
  return known.some((one) => [domain, `${mailbox}${domain}`].includes(one.toLowerCase()));
}
