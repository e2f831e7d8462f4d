/** Text with the hits marked. The server marks them with \u0001 and \u0002; everything else is plain text. */
export function Snippet({ text }: { readonly text: string }) {
  const parts = text.split('\u0001').flatMap((part, index) => {
    const [hit, rest] = index === 0 ? ['', part] : splitOnce(part);
    return [
      { text: hit, hit: true },
      { text: rest, hit: false },
    ];
  });
  let at = 0;
  return (
    <p className="snippet">
      {parts
        .filter((part) => part.text !== '')
        .map((part) => {
          at += part.text.length;
          return part.hit ? <mark key={at}>{part.text}</mark> : <span key={at}>{part.text}</span>;
        })}
    </p>
  );
}

function splitOnce(part: string): [string, string] {
  const end = part.indexOf('\u0002');
  return end < 0 ? ['', part] : [part.slice(0, end), part.slice(end + 1)];
}
