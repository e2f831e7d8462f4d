export * from './serve-parent.ts';
export * from './start-child.ts';
