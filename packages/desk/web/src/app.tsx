import { useCallback, useEffect, useState } from 'react';
import type { SessionAnswer } from '../../src/api/session.ts';
import { ask, Refusal, setCsrf } from './api.ts';
import { Waiting } from './parts/waiting.tsx';
import { useLocation } from './router.tsx';
import { Desk } from './shell/desk.tsx';
import { Invitation } from './views/invitation.tsx';
import { SignIn } from './views/sign-in.tsx';
import { SpeechProvider } from './words/use-words.tsx';

export type Person = NonNullable<SessionAnswer['person']>;

export function App() {
  return (
    <SpeechProvider>
      <Door />
    </SpeechProvider>
  );
}

/** Who is there decides what is shown: the sign-in, a one-time link, or the desk. */
function Door() {
  const [person, setPerson] = useState<Person | null | undefined>(undefined);
  const [company, setCompany] = useState(false);
  const { path } = useLocation();
  const [away, setAway] = useState<Refusal>();
  const enter = useCallback(async () => {
    const session = await ask<SessionAnswer>('/session');
    setCsrf(session.csrf);
    setCompany(session.companySignIn);
    setPerson(session.person);
  }, []);

  useEffect(() => {
    let again = 0;
    const knock = () =>
      enter().catch((error: unknown) => {
        setAway(error instanceof Refusal ? error : new Refusal(0, 'away', ''));
        again = window.setTimeout(knock, 2000); // the service is just starting
      });
    knock();
    return () => clearTimeout(again);
  }, [enter]);
  useEffect(() => {
    const leave = () => setPerson(null);
    addEventListener('mailroom-signed-out', leave);
    return () => removeEventListener('mailroom-signed-out', leave);
  }, []);

  if (path === '/einladung') return <Invitation onAccepted={enter} />;
  if (person === undefined) return <Waiting refusal={away} />;
  if (person === null) return <SignIn onSignedIn={enter} company={company} />;
  return <Desk person={person} />;
}
