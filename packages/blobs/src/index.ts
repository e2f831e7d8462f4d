export * from './blob-store.ts';
export * from './disk.ts';
export * from './errors.ts';
