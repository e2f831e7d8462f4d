import { useState } from 'react';
import { tell } from '../api.ts';
import { useLocation } from '../router.tsx';
import { useWords } from '../words/use-words.tsx';
import { DoorField, DoorFrame } from './door.tsx';

interface SignInProps {
  readonly onSignedIn: () => Promise<void>;
  /** Whether the company's own accounts are good here. */
  readonly company: boolean;
}

export function SignIn({ onSignedIn, company }: SignInProps) {
  const { words, sentence } = useWords();
  const { query } = useLocation();
  const cameBack = query.get('anmeldung');
  const [wrong, setWrong] = useState(
    cameBack === null ? '' : (words.signIn.refused[cameBack] ?? words.signIn.refusedOtherwise),
  );
  const [busy, setBusy] = useState(false);

  async function signIn(form: FormData) {
    setBusy(true);
    setWrong('');
    try {
      await tell('POST', '/session', { name: form.get('name'), password: form.get('password') });
      await onSignedIn();
    } catch (error) {
      setWrong(sentence(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <DoorFrame title={words.signIn.title}>
      {company && (
        <p className="company">
          <a className="button primary" href="/api/oidc">
            {words.signIn.company}
          </a>
          <span className="faint">{words.signIn.or}</span>
        </p>
      )}
      <form action={signIn}>
        <DoorField label={words.signIn.name} name="name" complete="username" focus={!company} />
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
