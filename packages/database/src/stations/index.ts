export * from './register-upload.ts';
export * from './rescans.ts';
export * from './stations.ts';
export * from './trays.ts';
