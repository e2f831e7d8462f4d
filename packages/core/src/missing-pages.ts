/** Which pages of an announced number did not arrive, in a German sentence; undefined when all are there. */
export function missingPages(arrived: ReadonlySet<number>, announced: number): string | undefined {
  const all = Array.from({ length: announced }, (_, index) => index + 1);
  const missing = all.filter((page) => !arrived.has(page));
  if (missing.length === 0) return undefined;
  const shown = missing.slice(0, 10).join(', ');
  return missing.length === 1
    ? `Seite ${shown} von ${announced} ist nicht angekommen. Bitte beim Absender neu anfordern.`
    : `Die Seiten ${shown} von ${announced} sind nicht angekommen. Bitte beim Absender neu anfordern.`;
}

/** The same when only their number is known. */
export function fewerPages(arrived: number, announced: number): string | undefined {
  if (arrived >= announced) return undefined;
  return `Nur ${arrived} von ${announced} Seiten sind angekommen. Bitte den Rest beim Absender anfordern.`;
}
