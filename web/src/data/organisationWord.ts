// The one word of the annex that depends on the organisation ("của xã" in 1.01); read once per visit, when first needed.
import { useEffect, useState } from 'preact/hooks';
import {
  organisationWordOf,
  wordingOf,
  type OrganisationWord,
} from '../../../functions/src/domain/catalogue.ts';
import { meNow } from '../session.ts';
import { readOrganisation } from './firestore.ts';

let word: Promise<OrganisationWord> | null = null;

/** The official text of a code as this organisation prints it. */
export function useWording(): (code: string) => string {
  const [found, setFound] = useState<OrganisationWord>('quận');
  useEffect(() => {
    word ??= readOrganisation(meNow().org).then((org) => organisationWordOf(org?.name ?? ''));
    // Without a connection the district's word stands; the code says which one is meant.
    word.then(setFound, () => (word = null));
  }, []);
  return (code) => wordingOf(code, found);
}
