export type * from './blob-store.ts';
export * from './disk.ts';
export * from './errors.ts';
export { type S3BlobStore, s3Blobs } from './s3.ts';
export { type BucketFolder, type FoundObject, s3Folder } from './s3-folder.ts';
export type { S3Options } from './s3-options.ts';
