import { useState } from 'react';
import type { UsersAnswer } from '../../../src/api/users.ts';
import { tell } from '../api.ts';
import { Copy } from '../parts/copy.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { useToast } from '../shell/toast.tsx';
import { useAsk } from '../use-ask.ts';
import { useLabels, useWords } from '../words/use-words.tsx';
import { ChangeUser } from './change-user.tsx';
import { NewUser } from './new-user.tsx';

type User = UsersAnswer['users'][number];

/** Who may do what. Nobody learns a password here: everybody sets their own behind a one-time link. */
export function UsersView() {
  const { words } = useWords();
  const { sayWrong } = useToast();
  const { data, refusal, reload } = useAsk<UsersAnswer>('/users');
  const [link, setLink] = useState('');
  const [changing, setChanging] = useState<User>();
  const invite = (path: string) => {
    setLink(location.origin + path);
    reload();
  };
  const again = (user: User) =>
    tell<{ path: string }>('POST', `/users/${user.id}/invitation`).then(({ path }) => invite(path), sayWrong);
  const change = ({ id, ...user }: User, disabled: boolean) =>
    tell('PUT', `/users/${id}`, { ...user, disabled }).then(reload, sayWrong);
  return (
    <div className="view">
      <h1>{words.users.title}</h1>
      {link && (
        <p className="banner" role="status">
          {words.users.link}{' '}
          <code>
            <Copy text={link} />
          </code>
        </p>
      )}
      {!data && <Waiting refusal={refusal} />}
      <table className="table">
        <tbody>
          {data?.users.map((user) => (
            <tr key={user.id}>
              <UserCells user={user} />
              <td className="right">
                {!user.company && (
                  <>
                    <button type="button" onClick={() => setChanging(user)}>
                      {words.users.change}
                    </button>{' '}
                    <button type="button" onClick={() => again(user)}>
                      {words.users.invite}
                    </button>{' '}
                  </>
                )}
                <button type="button" onClick={() => change(user, !user.disabled)}>
                  {user.disabled ? words.users.enable : words.users.disable}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <NewUser onInvited={invite} />
      {changing && <ChangeUser user={changing} onDone={reload} onClose={() => setChanging(undefined)} />}
    </div>
  );
}

function UserCells({ user }: { readonly user: User }) {
  const { words } = useWords();
  const labels = useLabels();
  return (
    <>
      <th scope="row">
        {user.displayName} <span className="account">{user.name}</span>
      </th>
      <td>{words.users.roles[user.role]}</td>
      <td className="wide">{[...user.queues.map(labels.queue), ...user.stations].join(', ')}</td>
      <td>
        {user.disabled && <span className="tag">{words.users.disabled}</span>}
        {user.company && <span className="tag">{words.users.company}</span>}
        {!user.ready && <span className="tag">{words.users.invited}</span>}
      </td>
    </>
  );
}
