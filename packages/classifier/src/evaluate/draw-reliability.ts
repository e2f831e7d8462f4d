import type { ReliabilityBin } from './evaluate.ts';

/** The reliability diagram as an SVG picture: given confidence across, share that was right upwards. */
export function drawReliability(bins: readonly ReliabilityBin[]): string {
  const side = 400;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const points = bins.filter(({ count }) => count > 0);
  const x = (share: number): string => (40 + share * side).toFixed(1);
  const y = (share: number): string => (20 + (1 - share) * side).toFixed(1);
  const dots = points.map(
    ({ meanConfidence, right, count }) =>
      `<circle cx="${x(meanConfidence)}" cy="${y(right)}" r="${(3 + 9 * Math.sqrt(count / most)).toFixed(1)}" fill="#2563eb" fill-opacity="0.7"><title>${count} intents, ${(right * 100).toFixed(1)} % right</title></circle>`,
  );
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<text x="${x(share)}" y="440" text-anchor="middle">${share}</text><text x="34" y="${y(share)}" text-anchor="end">${share}</text>`,
  );
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 460 470" font-family="sans-serif" font-size="12">',
    '<rect width="460" height="470" fill="white"/>',
    `<rect x="40" y="20" width="${side}" height="${side}" fill="none" stroke="#999"/>`,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#999" stroke-dasharray="4"/>`,
    ...ticks,
    ...dots,
    '<text x="240" y="460" text-anchor="middle">confidence given</text>',
    '<text transform="translate(12 220) rotate(-90)" text-anchor="middle">share right</text>',
    '</svg>',
  ].join('\n');
}
