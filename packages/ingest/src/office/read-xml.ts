import { Parser } from 'htmlparser2';

/** Called for what an XML file holds, in order; names come without their prefix. */
export interface XmlHandler {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads XML leniently; entities other than the five of XML are left as they are, and none is fetched. */
export function readXml(bytes: Buffer, handler: XmlHandler): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) =>
        handler.open?.(local(name), (wanted) => {
          const found = Object.entries(attributes).find(([one]) => local(one) === wanted);
          return found?.[1];
        }),
      ontext: (text) => handler.text?.(text),
      onclosetag: (name) => handler.close?.(local(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(bytes.toString('utf8'));
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
