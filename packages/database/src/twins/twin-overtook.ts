import { TemporaryError } from '@mailroom/core';

/** The same letter was routed since this one was compared with what there was; it is to be compared anew. */
export class TwinOvertook extends TemporaryError {
  constructor() {
    super('twin-overtook', 'The same letter was routed at this moment; trying again.');
  }
}
