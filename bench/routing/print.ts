import type { Judged } from './judge.ts';

/** One row for all letters, one for each kind and channel. */
export function printFigures(judged: readonly Judged[], seconds: number): void {
  const letters = judged.filter(({ truth }) => truth.kind === 'everyday' || truth.kind === 'hard');
  print(
    '',
    'docs',
    'routed',
    'a right queue',
    'main wish',
    'all wishes',
    'cancel wrong',
    'primary',
    'account',
    'fields',
  );
  for (const kind of ['everyday', 'hard']) {
    const ofKind = letters.filter(({ truth }) => truth.kind === kind);
    printRow(kind, ofKind);
    for (const channel of ['letter', 'fax', 'email']) {
      printRow(
        `  ${channel}`,
        ofKind.filter(({ truth }) => truth.channel === channel),
      );
    }
  }
  printRow('all', letters);
  const broken = judged.filter(({ truth }) => truth.expected !== null);
  const asExpected = broken.filter(({ truth, line }) => line && truth.expected?.includes(line.state));
  const pages = judged.reduce((sum, { line }) => sum + (line?.pages ?? 0), 0);
  process.stdout.write(
    `\nFiles with an expected state: ${asExpected.length} of ${broken.length} as expected.\n` +
      `${judged.length} documents, ${pages} pages in ${seconds.toFixed(0)} s: ${((60 * pages) / seconds).toFixed(0)} pages a minute.\n` +
      'routed: without a person. Of these: a right queue (the first work item), main wish (in its queue), all wishes ' +
      '(and no other), cancel wrong (cancellation invented or missed). primary, account, fields: of all.\n\n',
  );
}

function printRow(name: string, rows: readonly Judged[]): void {
  if (rows.length === 0) return;
  const routed = rows.filter((one) => one.routed);
  const share = (count: number, of: number) => (of === 0 ? '-' : `${((100 * count) / of).toFixed(1)} %`);
  const count = (of: readonly Judged[], is: (one: Judged) => boolean) => of.filter(is).length;
  const ofRouted = (is: (one: Judged) => boolean) => share(count(routed, is), routed.length);
  const sum = (of: (one: Judged) => number) => rows.reduce((total, one) => total + of(one), 0);
  print(
    name,
    String(rows.length),
    share(routed.length, rows.length),
    ofRouted((one) => one.queueRight),
    ofRouted((one) => one.primaryRouted),
    ofRouted((one) => one.allRight),
    String(count(routed, (one) => one.cancellationWrong)),
    share(
      count(rows, (one) => one.primaryRight),
      rows.length,
    ),
    share(
      count(rows, (one) => one.accountRight),
      rows.length,
    ),
    share(
      sum(({ fields }) => fields.filter(({ right }) => right).length),
      sum(({ fields }) => fields.length),
    ),
  );
}

function print(first: string, ...cells: readonly string[]): void {
  process.stdout.write(`${first.padEnd(12)}${cells.map((cell) => cell.padStart(14)).join('')}\n`);
}

/** Every letter that was routed wrongly, every wrong account and field. */
export function printMistakes(judged: readonly Judged[]): void {
  for (const { truth, line, intents, routed, allRight, accountRight, fields } of judged) {
    if (truth.intents.length === 0) continue;
    if (routed && !allRight) {
      process.stdout.write(
        `${truth.file}: routed as ${intents.join(' + ')}, is ${truth.intents.join(' + ')} (${truth.trait})\n`,
      );
    }
    if (line?.account && !accountRight) {
      const { customerNumber, evidence } = line.account;
      process.stdout.write(
        `${truth.file}: ${line.state} with account ${customerNumber} (${evidence.join(', ')}), is ${truth.customerNumber}\n`,
      );
    }
    for (const { name, expected, found } of fields.filter(({ right }) => !right)) {
      process.stdout.write(
        `${truth.file}: ${name} is ${expected.join(' or ')}, read ${found ?? 'nothing'}\n`,
      );
    }
  }
}
