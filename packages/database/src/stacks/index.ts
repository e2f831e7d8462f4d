export * from './load-stack.ts';
export * from './mend-stack.ts';
export * from './register-part.ts';
export * from './save-separation.ts';
export * from './save-stack.ts';
export { maySeeStack, type StackScope } from './stack-scope.ts';
