/** What is left when signs that OCR confuses become one: "krueger", "kriiger" and "kruger" agree. */
export function blur(folded: string): string {
  return folded
    .replace(/ii|ue/g, 'u')
    .replace(/oe/g, 'o')
    .replace(/ae/g, 'a')
    .replace(/ss|8/g, 'b')
    .replace(/rn|nn/g, 'm')
    .replace(/cl/g, 'd')
    .replace(/vv/g, 'w')
    .replace(/[l1j|]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/5/g, 's')
    .replace(/2/g, 'z');
}
