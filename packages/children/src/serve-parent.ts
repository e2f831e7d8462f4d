import { flushCompileCache } from 'node:module';

export interface ServeOptions {
  /** The parent is gone, perhaps killed: removes what it can no longer remove. */
  readonly onOrphaned?: () => void;
}

/**
 * The other side of startChild: answers each request of the parent with what `answer` resolves to, in order.
 * The process ends with its parent: a closed channel ends it, whatever it is doing.
 */
export function serveParent<Request, Answer>(
  answer: (request: Request) => Promise<Answer>,
  { onOrphaned }: ServeOptions = {},
): void {
  let line: Promise<void> = Promise.resolve();
  process.on('disconnect', () => {
    onOrphaned?.();
    process.exit(0);
  });
  process.on('message', (request: Request) => {
    line = line.then(async () => {
      process.send?.(await answer(request));
    });
  });
  // Usually written when a process ends; a child is killed instead.
  flushCompileCache();
}
