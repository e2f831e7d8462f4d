export { type Child, ChildFailure } from './conversation.ts';
export { residentMb } from './resident-mb.ts';
export { type ServeOptions, serveParent } from './serve-parent.ts';
export { type ChildOptions, startChild } from './start-child.ts';
export { type ProgramOptions, startProgram } from './start-program.ts';
