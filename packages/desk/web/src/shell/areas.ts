import type { Person } from '../app.tsx';
import type { Words } from '../words/german.ts';

/** Where the rail and two keys lead. */
export interface Area {
  readonly path: string;
  readonly label: (words: Words) => string;
  readonly permission: Person['permissions'][number];
  readonly keys: string;
}

const areas: readonly Area[] = [
  { path: '/', label: ({ nav }) => nav.overview, permission: 'overview', keys: 'g o' },
  { path: '/suche', label: ({ nav }) => nav.search, permission: 'documents', keys: 'g s' },
  { path: '/klaerung', label: ({ nav }) => nav.review, permission: 'review', keys: 'g r' },
  { path: '/stichprobe', label: ({ blind }) => blind.title, permission: 'review', keys: 'g x' },
  { path: '/stapel', label: ({ stacks }) => stacks.title, permission: 'stacks', keys: 'g t' },
  { path: '/leitung', label: ({ nav }) => nav.supervision, permission: 'supervise', keys: 'g l' },
  { path: '/regeln', label: ({ nav }) => nav.rules, permission: 'rules', keys: 'g e' },
  { path: '/stoerungen', label: ({ nav }) => nav.failures, permission: 'operate', keys: 'g f' },
  { path: '/personen', label: ({ nav }) => nav.users, permission: 'users', keys: 'g p' },
  { path: '/protokoll', label: ({ nav }) => nav.audit, permission: 'audit', keys: 'g a' },
];

export const areasOf = ({ permissions }: Pick<Person, 'permissions'>): readonly Area[] =>
  areas.filter(({ permission }) => permissions.includes(permission));
