/** Damage of a page in words, for the person who looks at it. */
export const partLost =
  'Das Bild der Seite ist beschädigt; ein Teil kann fehlen. Bitte mit dem Original vergleichen.';
export const shownBlank =
  'Die Seite enthält ein Bild, das leer dargestellt wird. Bitte das Original ansehen und neu scannen.';
