// Rights of who is signed in beyond the hierarchy, read once per session; the rules ask the same document each time.
import { useEffect, useState } from 'preact/hooks';
import type { Member } from '../../../functions/src/schema/person.ts';
import type { Me } from '../session.ts';

const read = new Map<string, Promise<Member | null>>();

async function readMember({ org, pid }: Me): Promise<Member | null> {
  // Firestore is loaded after sign-in only: this file is in the first load.
  const { readDocument } = await import('./firestore.ts');
  return readDocument<Member>(org, 'members', pid);
}

/** Null for who has none, undefined until it is known. */
export function useMember(me: Me): Member | null | undefined {
  const [member, setMember] = useState<Member | null>();
  useEffect(() => {
    let isCurrent = true;
    const key = `${me.org}/${me.pid}`;
    const reading = read.get(key) ?? readMember(me);
    read.set(key, reading);
    reading.then(
      (found) => isCurrent && setMember(found),
      () => read.delete(key),
    );
    return () => {
      isCurrent = false;
    };
  }, [me.org, me.pid]);
  return member;
}
