export type { Desk, DeskOptions } from './options.ts';
export { startDesk } from './start-desk.ts';
