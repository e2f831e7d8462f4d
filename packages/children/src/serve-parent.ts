/**
 * The other side of startChild: answers each request of the parent with what `answer` resolves to, in order.
 * The process ends with its parent: a closed channel ends it, whatever it is doing.
 */
export function serveParent<Request, Answer>(answer: (request: Request) => Promise<Answer>): void {
  let line: Promise<void> = Promise.resolve();
  process.on('disconnect', () => process.exit(0));
  process.on('message', (request: Request) => {
    line = line.then(async () => {
      process.send?.(await answer(request));
    });
  });
}
