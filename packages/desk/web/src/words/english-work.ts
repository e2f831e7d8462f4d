import type { Words } from './german.ts';

export const englishWork: Words['work'] = {
  claim: 'Claim',
  release: 'Release',
  finish: 'Done',
  reopen: 'Reopen',
  forward: 'Forward',
  giveBack: 'Return',
  note: 'Note',
  rescan: 'Scan again',
  rescanLead: 'The station that has the paper is asked to scan it again, with your reason.',
  rescanAsked: (station: string) => `new scan asked for (${station})`,
  empty: 'All done.',
  emptyHint: 'New work appears here by itself, the most urgent first.',
  mine: 'with you',
  by: (name) => `with ${name}`,
  doneBy: (name) => `done by ${name}`,
  reason: 'Reason',
  to: 'To department',
  giveBackLead: 'The item leaves this department and the document is decided anew.',
  noteText: 'Note for everybody who opens the document',
  selected: (count) => `${count} selected`,
  finished: (count) => (count === 1 ? 'Done.' : `${count} done.`),
  partly: (done, all) =>
    done === 0
      ? 'Not possible (any more): in other hands, done, or not in your department.'
      : `Only ${done} of ${all}: the others are in other hands or done.`,
  place: (at, of, list) => `${at} of ${of} in ${list}`,
  nextDocument: 'Next document of the list',
  previousDocument: 'Previous document of the list',
  due: 'Deadline',
  intent: 'Intent',
  sender: 'Sender',
  received: 'Received',
  state: 'State',
  unknownSender: 'no account',
};
