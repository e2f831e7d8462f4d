import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { MisconfigurationError, regions } from '@mailroom/core';
import { z } from 'zod';

const number = (from: number, to: number) => z.coerce.number().int().min(from).max(to);
const list = z.string().transform((text) =>
  text
    .split(/[,;\s]+/)
    .map((one) => one.trim())
    .filter((one) => one !== ''),
);
const folder = z
  .string()
  .min(1)
  .transform((path) => resolve(path));
const url = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `must be a ${protocols.join(':// or ')}:// URL`,
  });

/**
 * Every setting, the only reader of the environment. Each has a default that works on one machine; the
 * sentence is what `config check` prints.
 */
export const configurationSchema = z.object({
  MAILROOM_HOME: folder
    .prefault('./data')
    .describe('Folder of the embedded database and of the originals on disk.'),
  DATABASE_URL: url('postgres', 'postgresql')
    .optional()
    .describe('PostgreSQL 15 or newer; without it an embedded server under MAILROOM_HOME.'),
  REDIS_URL: url('redis', 'rediss')
    .optional()
    .describe('Redis 6.2 or newer for the queue; without it the queue lives in PostgreSQL.'),
  S3_BUCKET: z
    .string()
    .min(3)
    .optional()
    .describe('Bucket for the originals; without it they lie in a folder under MAILROOM_HOME.'),
  S3_ENDPOINT: url('http', 'https')
    .optional()
    .describe('Address of the S3 service; without it AWS in S3_REGION.'),
  S3_REGION: z.string().min(1).default('eu-central-1').describe('Region of the bucket.'),
  S3_ACCESS_KEY_ID: z
    .string()
    .min(1)
    .optional()
    .describe('Key for the bucket; without it the machine’s own role.'),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional().describe('Secret that belongs to S3_ACCESS_KEY_ID.'),
  S3_OBJECT_LOCK_DAYS: number(1, 36_500)
    .optional()
    .describe('Days in which the service lets nobody delete an original; the bucket must have object lock.'),
  MAILROOM_INBOX: folder
    .optional()
    .describe('Watched folder; what is taken in moves to its done/ or problem/.'),
  MAILROOM_SPLIT_STACKS: z
    .enum(['off', 'on', 'sheets', 'letters'])
    .default('off')
    .transform((mode) => (mode === 'on' ? 'sheets' : mode))
    .describe(
      'sheets (or on): files in the inbox are taken apart at separator sheets ("mailroom separators" prints them); letters: without sheets, too, where a new letter begins.',
    ),
  MAILROOM_PORT: number(0, 65_535).default(8080).describe('TCP port of the desk; 0 takes a free one.'),
  MAILROOM_URL: url('http', 'https')
    .optional()
    .describe('Address under which browsers reach the desk, when a proxy that speaks TLS stands before it.'),
  OIDC_ISSUER: url('http', 'https')
    .optional()
    .describe('OpenID Connect provider at which people sign in; without it only local users do.'),
  OIDC_CLIENT_ID: z.string().min(1).optional().describe('Name of the desk at the OpenID Connect provider.'),
  OIDC_CLIENT_SECRET: z
    .string()
    .min(1)
    .optional()
    .describe('Secret that belongs to OIDC_CLIENT_ID; without it a public client with PKCE.'),
  OIDC_SCOPE: z.string().min(1).default('openid profile email').describe('Scopes to ask for.'),
  OIDC_CLAIM: z.string().min(1).default('groups').describe('Claim that names somebody’s groups or roles.'),
  OIDC_ROLES: z
    .string()
    .min(1)
    .optional()
    .describe(
      'What groups may do: "post-admin=administrator, leitung=supervisor, team-k=case-worker:kuendigung+review, scan=operator:scan-1".',
    ),
  MAILROOM_HOST: z.string().min(1).default('127.0.0.1').describe('Address on which the desk listens.'),
  MAILROOM_REGION: z
    .enum(regions)
    .default('BUND')
    .describe(
      'Federal state whose holidays the deadlines follow, until the desk changes it; BUND: nationwide holidays.',
    ),
  MAILROOM_CLOSES_AT: number(1, 24)
    .default(18)
    .describe('Hour after which a fax or mail counts on the next business day, until the desk changes it.'),
  MAILROOM_TAXONOMY: folder
    .optional()
    .describe(
      'File with intents, queues and due times that hold until the desk changes them; without it the built-in one.',
    ),
  MAILROOM_MAX_FILE_MB: number(1, 4096).default(256).describe('Largest file taken in, in megabytes.'),
  MAILROOM_MOST_WAITING: number(1, 100_000_000)
    .default(30_000)
    .describe('When so many documents wait for work, no channel takes in more until it is fewer.'),
  MAILROOM_METRICS_PORT: number(0, 65_535)
    .optional()
    .describe('TCP port of /metrics for Prometheus, on all addresses; without it none. 0 takes a free one.'),
  MAILROOM_INTAKE_PORT: number(0, 65_535)
    .optional()
    .describe('TCP port on which scan stations hand in their trays; without it none. 0 takes a free one.'),
  MAILROOM_INTAKE_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address on which scan stations hand in their trays.'),
  MAILROOM_SMTP_PORT: number(0, 65_535)
    .optional()
    .describe('TCP port on which mail is taken in by SMTP; without it no mail comes in. 0 takes a free one.'),
  MAILROOM_SMTP_HOST: z.string().min(1).default('127.0.0.1').describe('Address on which mail is taken in.'),
  MAILROOM_SMTP_NAME: z
    .string()
    .min(1)
    .default('mailroom.localhost')
    .describe(
      'Name of the mail server in its greeting; mails that carry it in X-Mailroom-Sent-By are loops.',
    ),
  MAILROOM_SMTP_RECIPIENTS: list
    .prefault('')
    .describe('Who receives mail, separated by commas: addresses and whole domains such as @example.de.'),
  MAILROOM_SMTP_MAX_MB: number(1, 200).default(40).describe('Largest mail taken in, in megabytes.'),
  MAILROOM_SMTP_PER_SENDER: number(1, 100_000)
    .default(200)
    .describe('Mails that one sender may hand in within an hour; more are put off.'),
  MAILROOM_SMTP_TLS_KEY: folder
    .optional()
    .describe('File with the private key for STARTTLS (PEM); without it mail comes in the clear.'),
  MAILROOM_SMTP_TLS_CERT: folder.optional().describe('File with the certificate that belongs to it (PEM).'),
  MAILROOM_FAX_GATEWAYS: list
    .prefault('')
    .describe(
      'Senders whose mails carry faxes, separated by commas: addresses and whole domains such as @fax.example.de. Common German services are known without.',
    ),
  MAILROOM_IMAP_URL: url('imap', 'imaps')
    .optional()
    .describe(
      'Mail server whose mailbox is emptied, such as imaps://mail.example.de; without it mail comes by SMTP only.',
    ),
  MAILROOM_IMAP_USER: z.string().min(1).optional().describe('Who the mailbox belongs to.'),
  MAILROOM_IMAP_PASSWORD: z.string().min(1).optional().describe('Password of MAILROOM_IMAP_USER.'),
  MAILROOM_IMAP_MAILBOX: z.string().min(1).default('INBOX').describe('Mailbox from which mail is taken.'),
  MAILROOM_IMAP_DONE: z
    .string()
    .min(1)
    .default('Mailroom/Done')
    .describe('Mailbox to which a mail moves when it is stored; made when it is not there.'),
  MAILROOM_IMAP_PROBLEM: z
    .string()
    .min(1)
    .default('Mailroom/Problem')
    .describe('Mailbox to which a mail moves that is refused: loops, automatic replies, too large.'),
  MAILROOM_IMAP_POLL_SECONDS: number(1, 1700)
    .default(60)
    .describe('How often the mailbox is looked at, besides when the server announces mail (IDLE).'),
  OCR_ENGINE: z
    .enum(['auto', 'tesseract.js', 'native', 'canned', 'canned-process'])
    .default('auto')
    .describe(
      'auto: native tesseract when it is installed, else tesseract.js; canned: reads nothing, for load tests; canned-process: the same in a process.',
    ),
  OCR_LANGUAGES: z.enum(['deu', 'deu+eng']).default('deu').describe('Languages of the letters.'),
  OCR_MODEL_DIR: folder
    .optional()
    .describe('Folder with <language>.traineddata; without it the system’s fast model or the built-in one.'),
  OCR_WORKERS: number(1, 256)
    .default(Math.max(1, cpus().length))
    .describe('Reading processes; one a core is right.'),
});
export type Configuration = z.infer<typeof configurationSchema>;

/** Reads the environment. Throws MisconfigurationError that names every problem at once. */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = configurationSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const key = String(issue.path[0]);
    return `  ${key}=${secret.test(key) ? '***' : withoutPassword(given[key] ?? '')}: ${issue.message}`;
  });
  throw new MisconfigurationError(
    'configuration',
    `The configuration has ${problems.length} problem(s):\n${problems.join('\n')}\nMend the environment and run "config check".`,
  );
}

/** Key, current value and sentence of every setting. */
export function describeConfiguration(configuration: Configuration): readonly {
  readonly key: string;
  readonly value: string;
  readonly meaning: string;
}[] {
  return Object.entries(configurationSchema.shape).map(([key, schema]) => {
    const value = configuration[key as keyof Configuration]; // the keys of the schema are those of its type
    const shown = value !== undefined && secret.test(key) ? '***' : String(value ?? '(not set)');
    return { key, value: withoutPassword(shown), meaning: schema.description ?? '' };
  });
}

const secret = /SECRET|PASSWORD/;

function withoutPassword(value: string): string {
  return value.replace(/(:\/\/[^:@/]*):[^@/]*@/, '$1:***@');
}
