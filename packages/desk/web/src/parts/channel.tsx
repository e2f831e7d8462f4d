import type { Channel } from '@mailroom/core';
import { useWords } from '../words/use-words.tsx';

const drawings: Readonly<Record<Channel, string>> = {
  letter: 'M2 4h12v9H2zM2 4.5l6 5 6-5',
  fax: 'M4 6V2h8v4M2 6h12v6H2zM5 9h6v5H5z',
  email: 'M11 8a3 3 0 1 0-6 0 3 3 0 0 0 6 0zm0 0v1.5a1.8 1.8 0 0 0 3 1.2A6.5 6.5 0 1 0 11 14',
};

export function ChannelIcon({ channel }: { readonly channel: Channel }) {
  const { words } = useWords();
  return (
    <svg className="channel" viewBox="0 0 16 16" role="img" aria-label={words.channels[channel]}>
      <path d={drawings[channel]} />
    </svg>
  );
}
