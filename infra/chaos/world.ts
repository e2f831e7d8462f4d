import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { type PostgresServer, startPostgres } from '../services/postgres.ts';
import { serviceEnvironment } from '../services/programs.ts';
import { type RedisServer, startRedis } from '../services/redis.ts';
import { type S3Server, startS3 } from '../services/s3.ts';

/** Real services on free ports, and the environment in which mailroom processes find them. */
export interface World extends AsyncDisposable {
  readonly home: string;
  /** TMPDIR of the mailroom processes. */
  readonly temporary: string;
  readonly postgres: PostgresServer;
  readonly redis: RedisServer;
  readonly s3: S3Server;
  readonly environment: NodeJS.ProcessEnv;
  /** The versions of the services, in words. */
  readonly description: string;
}

export async function openWorld(): Promise<World> {
  await using stack = new AsyncDisposableStack();
  const programs = await serviceEnvironment();
  const home = await mkdtemp(join(tmpdir(), 'mailroom-chaos-'));
  stack.defer(() => rm(home, { recursive: true, force: true }));
  const temporary = join(home, 'tmp');
  await mkdir(temporary);
  const [postgres, redis, s3] = await Promise.all([startPostgres(), startRedis(programs), startS3(programs)]);
  for (const server of [postgres, redis, s3]) stack.defer(() => server.stop());
  await createBucket(s3);
  const owned = stack.move();
  return {
    ...{ home, temporary, postgres, redis, s3 },
    description: `PostgreSQL (embedded binaries), Redis ${redis.version}, Ceph radosgw ${s3.version}`,
    environment: {
      ...process.env,
      MAILROOM_HOME: join(home, 'home'),
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      S3_ENDPOINT: s3.endpoint,
      S3_REGION: 'us-east-1',
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: s3.accessKeyId,
      S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
      TMPDIR: temporary,
      OCR_ENGINE: 'canned-process',
      OCR_WORKERS: '1',
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

const bucket = 'originals';

async function createBucket({ endpoint, accessKeyId, secretAccessKey }: S3Server): Promise<void> {
  const credentials = { accessKeyId, secretAccessKey };
  const client = new S3Client({ endpoint, credentials, region: 'us-east-1', forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  client.destroy();
}
