/** Whether the bytes are plainly text: no NUL, hardly a control character, some letters. */
export function looksLikeText(bytes: Buffer): boolean {
  if (hasUtf16Mark(bytes)) return true;
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  let letters = 0;
  for (const byte of sample) {
    if (byte === 0) return false;
    if (isControl(byte)) controls += 1;
    else if (isLetter(byte)) letters += 1;
  }
  return controls <= sample.length / 200 && letters >= sample.length / 5;
}

export function hasUtf16Mark(bytes: Buffer): boolean {
  const mark = bytes.length >= 4 ? bytes.readUInt16BE(0) : 0;
  return mark === 0xfeff || mark === 0xfffe;
}

function isControl(byte: number): boolean {
  return (byte < 32 && ![9, 10, 12, 13].includes(byte)) || byte === 127;
}

function isLetter(byte: number): boolean {
  const lower = byte | 32;
  return lower >= 97 && lower <= 122;
}
