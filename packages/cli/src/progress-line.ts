/** Progress for people: one line that is rewritten on a terminal, a plain line every few seconds elsewhere. */
export interface ProgressLine {
  show(text: string): void;
  end(): void;
}

const plainIntervalMs = 5000;

export function progressLine(output: NodeJS.WriteStream = process.stderr): ProgressLine {
  return output.isTTY ? rewrittenLine(output) : plainLines(output);
}

function rewrittenLine(output: NodeJS.WriteStream): ProgressLine {
  let shown = false;
  return {
    show(text) {
      shown = true;
      output.write(`\r\x1b[2K${text.slice(0, Math.max(20, output.columns - 1))}`);
    },
    end() {
      if (shown) output.write('\r\x1b[2K');
    },
  };
}

function plainLines(output: NodeJS.WriteStream): ProgressLine {
  let last = performance.now();
  return {
    show(text) {
      if (performance.now() - last < plainIntervalMs) return;
      last = performance.now();
      output.write(`${text}\n`);
    },
    end: () => undefined,
  };
}
