import { useEffect, useState } from 'react';
import { tell } from '../api.ts';
import { go } from '../router.tsx';
import { useWords } from '../words/use-words.tsx';
import { DoorField, DoorFrame } from './door.tsx';

interface Invited {
  readonly name: string | null;
  readonly displayName: string | null;
}

/** Behind a one-time link: the first administrator, or somebody who was invited, chooses a password. */
export function Invitation({ onAccepted }: { readonly onAccepted: () => Promise<void> }) {
  const { words, sentence } = useWords();
  const [invited, setInvited] = useState<Invited>();
  const [wrong, setWrong] = useState('');
  const token = location.hash.slice(1);
  const sayWrong = (error: unknown) => setWrong(sentence(error));

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once
  useEffect(() => {
    tell<Invited>('POST', '/invitation', { token }).then(setInvited, sayWrong);
  }, [token]);

  async function accept(form: FormData) {
    setWrong('');
    try {
      await tell('POST', '/invitation/accept', { token, ...Object.fromEntries(form) });
      await onAccepted();
      go('/', { replace: true });
    } catch (error) {
      sayWrong(error);
    }
  }

  return (
    <DoorFrame title={words.signIn.welcome}>
      {invited && (
        <form action={accept}>
          <p>{invited.name === null ? words.signIn.first : words.signIn.invited}</p>
          <DoorField
            label={words.signIn.displayName}
            name="displayName"
            complete="name"
            value={invited.displayName ?? ''}
            focus={invited.name === null}
            fixed={invited.name !== null}
          />
          <DoorField
            label={words.signIn.userName}
            name="name"
            complete="username"
            value={invited.name ?? ''}
            fixed={invited.name !== null}
          />
          <DoorField
            label={words.signIn.newPassword}
            name="password"
            type="password"
            complete="new-password"
            focus={invited.name !== null}
          />
          <button type="submit" className="primary">
            {words.signIn.create}
          </button>
        </form>
      )}
      {wrong && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
    </DoorFrame>
  );
}
