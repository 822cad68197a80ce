// The signatures at the foot of a form, kept together with the last lines of the form.
import type { Column, Content } from './definition.ts';
import { signatureId } from './keep.ts';
import { size } from './page.ts';
import { printable } from './printable.ts';

export interface Signature {
  head: string;
  /** "(Ký và ghi rõ họ, tên)"; null where the form has none. */
  note: string | null;
  /** Name under the place for the signature; null leaves it to the hand. */
  name: string | null;
}

/** Room for a signature and a stamp. */
const room = 58;

function block(signature: Signature, i: number): Column {
  // A note on one side only must not push its name below the other.
  const note = signature.note ?? ' ';
  return {
    width: '*',
    alignment: 'center',
    stack: [
      { text: signature.head, bold: true, id: `${signatureId}-${i}` },
      { text: note, italics: true, fontSize: size.running },
      { text: printable(signature.name ?? ''), bold: true, margin: [0, room, 0, 0] },
    ],
  };
}

/** `last` are lines of the form: a page that holds nothing but signatures would prove nothing. */
export function signatures(last: Content[], blocks: (Signature | null)[]): Content {
  return {
    unbreakable: true,
    stack: [
      ...last,
      {
        columns: blocks.map((one, i): Column => (one === null ? { width: '*', text: '' } : block(one, i))),
        columnGap: 24,
        margin: [0, 12, 0, 0],
      },
    ],
  };
}
