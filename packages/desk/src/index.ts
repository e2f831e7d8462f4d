export type { Grant } from './access/company-grants.ts';
export type { CompanySignInOptions } from './access/company-sign-in.ts';
export type { Desk, DeskOptions } from './options.ts';
export { startDesk } from './start-desk.ts';
