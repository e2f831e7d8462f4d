import { useState } from 'react';
import { Refusal, tell } from '../api.ts';
import { useWords } from '../words/use-words.tsx';
import { DoorField, DoorFrame } from './door.tsx';

export function SignIn({ onSignedIn }: { readonly onSignedIn: () => Promise<void> }) {
  const { words } = useWords();
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);

  async function signIn(form: FormData) {
    setBusy(true);
    setWrong('');
    try {
      await tell('POST', '/session', { name: form.get('name'), password: form.get('password') });
      await onSignedIn();
    } catch (error) {
      setWrong((error instanceof Refusal && error.message) || words.away);
    } finally {
      setBusy(false);
    }
  }

  return (
    <DoorFrame title={words.signIn.title}>
      <form action={signIn}>
        <DoorField label={words.signIn.name} name="name" complete="username" focus />
        <DoorField
          label={words.signIn.password}
          name="password"
          type="password"
          complete="current-password"
        />
        {wrong && (
          <p className="wrong" role="alert">
            {wrong}
          </p>
        )}
        <button type="submit" className="primary" disabled={busy}>
          {words.signIn.go}
        </button>
      </form>
    </DoorFrame>
  );
}
