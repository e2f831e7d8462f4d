import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { BlobMissingError } from './errors.ts';
import { bucketOf } from './s3-bucket.ts';
import { translated } from './s3-errors.ts';
import { openClient, type S3Options } from './s3-options.ts';

export interface FoundObject {
  /** Below the folder's prefix. */
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** What lies below a prefix of somebody's bucket: it is only read. Every call may throw TemporaryError. */
export interface BucketFolder {
  /** "s3://bucket/prefix/" */
  readonly name: string;
  /** At most a thousand that stand behind `after`, in the order of the keys; none at the end. */
  list(after: string | undefined): Promise<readonly FoundObject[]>;
  has(path: string): Promise<boolean>;
  read(path: string): Promise<Buffer>;
}

export function s3Folder(options: S3Options, prefix: string): BucketFolder {
  const client = openClient(options);
  const Prefix = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  const name = `s3://${options.bucket}/${Prefix}`;
  const bucket = bucketOf(client, options.bucket);

  return {
    name,
    async list(after) {
      const start = after === undefined ? {} : { StartAfter: `${Prefix}${after}` };
      const command = new ListObjectsV2Command({ Bucket: options.bucket, Prefix, ...start });
      const { Contents = [] } = await translated(client.send(command), name);
      return Contents.map(({ Key = '', Size = 0, LastModified }) => ({
        ...{ path: Key.slice(Prefix.length), bytes: Size, modifiedMs: LastModified?.getTime() ?? 0 },
      }));
    },
    has: async (path) => (await translated(bucket.facts(`${Prefix}${path}`), name)) !== undefined,
    async read(path) {
      const bytes = await translated(bucket.read(`${Prefix}${path}`), name);
      if (bytes === undefined) throw new BlobMissingError(path, name);
      return bytes;
    },
  };
}
