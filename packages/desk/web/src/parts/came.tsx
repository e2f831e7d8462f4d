import type { Channel } from '@mailroom/core';
import { useWords } from '../words/use-words.tsx';
import { ChannelIcon } from './channel.tsx';

/** By which channel a document came, and when. */
export function Came({ channel, receivedAt }: { readonly channel: Channel; readonly receivedAt: string }) {
  const { words, formats } = useWords();
  return (
    <>
      <ChannelIcon channel={channel} />
      <span>
        {words.channels[channel]}, {formats.moment(receivedAt)}
      </span>
    </>
  );
}
