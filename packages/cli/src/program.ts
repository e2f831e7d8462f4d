import { Command, Option } from 'commander';
import { backfillFolder } from './commands/backfill.ts';
import { checkConfiguration } from './commands/config-check.ts';
import { demo } from './commands/demo.ts';
import { evaluateModel } from './commands/evaluate.ts';
import { importCustomerFile } from './commands/import-customers.ts';
import { searchDocuments } from './commands/search.ts';
import { start } from './commands/start.ts';
import { showStatus } from './commands/status.ts';
import { trainModel } from './commands/train.ts';
import { verify } from './commands/verify.ts';
import { work } from './commands/work.ts';
import { readConfiguration } from './configuration.ts';

/** The mailroom command. Each subcommand reads the configuration from the environment. */
export function program(): Command {
  const mailroom = new Command('mailroom')
    .description(
      'A digital mailroom: letters, faxes and mails end in the right department queue, with their deadline.',
    )
    .showHelpAfterError('Run with --help for what the command takes.')
    .addHelpText('after', examples);
  addRunning(mailroom);
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

function addRunning(mailroom: Command): void {
  mailroom
    .command('demo')
    .description('put the fixtures through the whole pipeline and print where each went')
    .option('--all', 'all fixtures instead of the two-minute selection')
    .action((options: { all?: true }) => demo(configuration(), { all: options.all ?? false }));
  mailroom
    .command('start')
    .description('everything on one machine: watched folder, workers and the desk')
    .action(() => start(configuration()));
  mailroom
    .command('work')
    .description('a worker process, on this or another machine')
    .addOption(
      new Option('--stage <stage>', 'only this stage').choices(['ocr', 'classify', 'index', 'route']),
    )
    .option('--concurrency <documents>', 'documents at a time', Number.parseInt)
    .action((options: { stage?: string; concurrency?: number }) => work(configuration(), options));
  mailroom
    .command('backfill')
    .description(
      'put every file below a folder through, and wait until each is routed, in review or rejected',
    )
    .argument('<folder>', 'the folder; run again on it, it picks up where it was stopped')
    .option('--report <file>', 'write what became of each file, as JSON lines')
    .action((folder: string, options: { report?: string }) =>
      backfillFolder(configuration(), folder, options),
    );
}

function addData(mailroom: Command): void {
  mailroom
    .command('customers')
    .description('the accounts that letters are matched to')
    .command('import')
    .description('load or update accounts from a CSV file')
    .argument('<file>', 'CSV in UTF-8 with a header; see docs/contracts.md')
    .action((file: string) => importCustomerFile(configuration(), file));
  mailroom
    .command('search')
    .description('find documents by words and numbers')
    .argument('<query...>', 'words of the text, names, numbers however spaced')
    .option('--limit <count>', 'how many at most', Number.parseInt, 20)
    .action((query: string[], options: { limit: number }) =>
      searchDocuments(configuration(), query.join(' '), options),
    );
  mailroom
    .command('status')
    .description('documents by state, work by queue, oldest ages')
    .action(() => showStatus(configuration()));
  mailroom
    .command('verify')
    .description('check event chains, originals and that every batch balances')
    .action(() => verify(configuration()));
  mailroom
    .command('config')
    .description('the settings')
    .command('check')
    .description('print every setting, and every problem at once')
    .action(() => checkConfiguration(process.env));
}

function addClassifier(mailroom: Command): void {
  mailroom
    .command('train')
    .description('train the classifier on the letter corpus')
    .option('--out <file>', 'where the model goes')
    .action((options: { out?: string }) => trainModel(options));
  mailroom
    .command('evaluate')
    .description('measure the classifier on labelled letters it was not trained on')
    .argument('<file>', 'labelled letters in the corpus format')
    .action((file: string) => evaluateModel(configuration(), file));
}
