import { Command, InvalidArgumentError, Option } from 'commander';
import { readConfiguration } from './configuration.ts';
import type { WorkOptions } from './mailroom.ts';

/** The mailroom command. Each subcommand reads the configuration from the environment. */
export function program(): Command {
  const mailroom = new Command('mailroom')
    .description(
      'A digital mailroom: letters, faxes and mails end in the right department queue, with their deadline.',
    )
    .showHelpAfterError('Run with --help for what the command takes.')
    .addHelpText('after', examples);
  addRunning(mailroom);
  addChannels(mailroom);
  addData(mailroom);
  addClassifier(mailroom);
  return mailroom;
}

const examples = `
Examples:
  mailroom customers import customers.csv     load the accounts first: letters are matched to them
  mailroom backfill archive/ --report r.jsonl put a folder through and say what became of each file
  mailroom start                              watched folder, workers and the desk on http://127.0.0.1:8080
  mailroom search "kündigung 6029481735"      find documents by word and number
  mailroom status                             what is where, and how old the oldest is

Settings come from the environment; "mailroom config check" lists them with their meaning.`;

const configuration = () => readConfiguration(process.env);

/** Not Number.parseInt itself: commander hands the default over as well, which parseInt takes for a radix. */
function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(text);
}

function addRunning(mailroom: Command): void {
  mailroom
    .command('demo')
    .description('put the fixtures through the whole pipeline and print where each went')
    .option('--all', 'all fixtures instead of the two-minute selection')
    .action(async (options: { all?: true }) =>
      (await import('./commands/demo.ts')).demo(configuration(), { all: options.all ?? false }),
    );
  mailroom
    .command('start')
    .description('everything on one machine: watched folder, mail, stations, workers and the desk')
    .action(async () => (await import('./commands/start.ts')).start(configuration()));
  mailroom
    .command('work')
    .description('a worker process, on this or another machine')
    .addOption(
      new Option('--stage <stage>', 'only this stage').choices(['ocr', 'classify', 'index', 'route']),
    )
    .option('--concurrency <documents>', 'documents at a time', wholeNumber)
    .action(async (options: WorkOptions) =>
      (await import('./commands/work.ts')).work(configuration(), options),
    );
  mailroom
    .command('receive')
    .description('only takes in what comes by folder, mail and stations; for a machine of its own')
    .action(async () => (await import('./commands/receive.ts')).receive(configuration()));
  mailroom
    .command('backfill')
    .description(
      'put every file below a folder through, and wait until each is routed, in review or rejected',
    )
    .argument('<place>', 'a folder or s3://bucket/prefix; run again on it, it picks up where it was stopped')
    .option('--report <file>', 'write what became of each file, as JSON lines')
    .option('--per-minute <files>', 'take in no more than so many files a minute', wholeNumber)
    .action(async (folder: string, options: { report?: string; perMinute?: number }) =>
      (await import('./commands/backfill.ts')).backfillFolder(configuration(), folder, options),
    );
}

function addChannels(mailroom: Command): void {
  const stations = mailroom.command('stations').description('the scanners that hand in trays over HTTP');
  stations
    .command('add')
    .description('create a station and print its key, once')
    .argument('<name>', 'letters, digits, ".", "_" and "-"')
    .action(async (name: string) =>
      (await import('./commands/stations.ts')).addScanStation(configuration(), name),
    );
  stations
    .command('remove')
    .description('take its key away; its documents stay')
    .argument('<name>', 'the station')
    .action(async (name: string) =>
      (await import('./commands/stations.ts')).removeScanStation(configuration(), name),
    );
  stations
    .command('list')
    .description('stations, their open trays, when each was last seen')
    .action(async () => (await import('./commands/stations.ts')).listScanStations(configuration()));
  mailroom
    .command('separators')
    .description('write a PDF of separator sheets, to be laid before each letter of a stack')
    .argument('<file>', 'where the PDF goes')
    .option('--count <sheets>', 'how many', wholeNumber, 20)
    .option('--first <number>', 'the number of the first', wholeNumber, 1)
    .action(async (file: string, options: { count: number; first: number }) =>
      (await import('./commands/separators.ts')).writeSeparators(file, options),
    );
  mailroom
    .command('faxrcvd')
    .description('take in a fax that HylaFAX has received; see infra/hylafax')
    .argument('<file>', 'the TIFF')
    .argument('[facts...]', 'device, communication id, error, identifiers of the call, as HylaFAX gives them')
    .action(async (file: string, facts: string[]) =>
      (await import('./commands/take-received-fax.ts')).takeReceivedFax(configuration(), file, facts),
    );
  mailroom
    .command('rescan')
    .description('ask the station that scanned a document to scan it again')
    .argument('<document>', 'its number', wholeNumber)
    .argument('<reason>', 'in German: the person at the scanner reads it')
    .action(async (documentId: number, reason: string) =>
      (await import('./commands/rescan.ts')).askForRescan(configuration(), documentId, reason),
    );
}

function addData(mailroom: Command): void {
  mailroom
    .command('customers')
    .description('the accounts that letters are matched to')
    .command('import')
    .description('load or update accounts from a CSV file')
    .argument('<file>', 'CSV in UTF-8 with a header; see docs/contracts.md')
    .action(async (file: string) =>
      (await import('./commands/import-customers.ts')).importCustomerFile(configuration(), file),
    );
  mailroom
    .command('search')
    .description('find documents by words and numbers')
    .argument('<query...>', 'words of the text, names, numbers however spaced')
    .option('--limit <count>', 'how many at most', wholeNumber, 20)
    .action(async (query: string[], options: { limit: number }) =>
      (await import('./commands/search.ts')).searchDocuments(configuration(), query.join(' '), options),
    );
  mailroom
    .command('status')
    .description('documents by state, work by queue, oldest ages')
    .action(async () => (await import('./commands/status.ts')).showStatus(configuration()));
  mailroom
    .command('verify')
    .description('check event chains, originals and that every batch balances')
    .action(async () => (await import('./commands/verify.ts')).verify(configuration()));
  mailroom
    .command('config')
    .description('the settings')
    .command('check')
    .description('print every setting, and every problem at once')
    .action(async () => (await import('./commands/config-check.ts')).checkConfiguration(process.env));
}

function addClassifier(mailroom: Command): void {
  mailroom
    .command('train')
    .description('train the classifier on the letters that come along, on yours, and on what people decided')
    .argument('[files...]', 'labelled letters in the corpus format (packages/classifier/corpus/README.md)')
    .action(async (files: string[]) =>
      (await import('./commands/train.ts')).trainModel(configuration(), files),
    );
  const models = mailroom
    .command('models')
    .description('the trained models, and which one is in service')
    .action(async () => (await import('./commands/models.ts')).listModels(configuration()));
  models
    .command('use')
    .description('put a model in service on every machine')
    .argument('<version>', 'as "models" lists it')
    .action(async (version: string) =>
      (await import('./commands/models.ts')).useModel(configuration(), version),
    );
  mailroom
    .command('evaluate')
    .description('measure the classifier on labelled letters it was not trained on')
    .argument('<file>', 'labelled letters in the corpus format')
    .option('--diagram <file>', 'draw the reliability diagram as SVG')
    .action(async (file: string, options: { diagram?: string }) =>
      (await import('./commands/evaluate.ts')).evaluateModel(configuration(), file, options),
    );
}
