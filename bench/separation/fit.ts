/** One decision: its inputs, and what was right. */
export interface Example {
  readonly inputs: readonly number[];
  readonly is: boolean;
}

/** Logistic regression by Newton's method; the ridge keeps weights of rare signs small. The bias comes first. */
export function fitLogistic(examples: readonly Example[], ridge = 1): number[] {
  const size = (examples[0]?.inputs.length ?? 0) + 1;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 25; round += 1) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : ridge * weight));
    const curve = weights.map((_, row) =>
      weights.map((_, at) => (row === at ? (at === 0 ? 1e-6 : ridge) : 0)),
    );
    for (const { inputs, is } of examples) {
      const x = [1, ...inputs];
      const chance = probability(weights, inputs);
      const error = chance - (is ? 1 : 0);
      for (let row = 0; row < size; row += 1) {
        const value = x[row] ?? 0;
        if (value === 0) continue;
        gradient[row] = (gradient[row] ?? 0) + error * value;
        const line = curve[row] ?? [];
        for (let at = 0; at < size; at += 1)
          line[at] = (line[at] ?? 0) + chance * (1 - chance) * value * (x[at] ?? 0);
      }
    }
    for (const [at, step] of solve(curve, gradient).entries()) weights[at] = (weights[at] ?? 0) - step;
  }
  return weights;
}

export function probability([bias = 0, ...weights]: readonly number[], inputs: readonly number[]): number {
  return 1 / (1 + Math.exp(-inputs.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias)));
}

/** Gauss and Jordan, with pivots. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let column = 0; column < rows.length; column += 1) {
    rows.splice(column, 0, ...rows.splice(pivot(rows, column), 1));
    const lead = rows[column] ?? [];
    const scale = lead[column] ?? 1;
    for (let at = column; at < lead.length; at += 1) lead[at] = (lead[at] ?? 0) / scale;
    for (const [index, row] of rows.entries()) {
      const factor = index === column ? 0 : (row[column] ?? 0);
      if (factor !== 0)
        for (let at = column; at < row.length; at += 1) row[at] = (row[at] ?? 0) - factor * (lead[at] ?? 0);
    }
  }
  return rows.map((row) => row.at(-1) ?? 0);
}

function pivot(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let row = column; row < rows.length; row += 1)
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
  return best;
}
