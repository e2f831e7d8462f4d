import { createContext, useContext } from 'react';
import type { Person } from '../app.tsx';

const Present = createContext<Person | null>(null);
export const PersonProvider = Present.Provider;

/** Who is signed in. Only inside the desk. */
export function usePerson(): Person {
  const person = useContext(Present);
  if (!person) throw new Error('nobody is signed in here');
  return person;
}
