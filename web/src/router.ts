// A hash router of a few lines: no server rewrite is needed, and a link to a sheet can be sent within the organisation.
import { useEffect, useState } from 'preact/hooks';
import type { Month } from '../../functions/src/domain/words.ts';

export type Route =
  | { page: 'my-month'; month: Month | null }
  | { page: 'queue'; month: Month | null }
  | { page: 'sheet'; person: string; month: Month }
  | { page: 'consultation'; id: string }
  | { page: 'unit'; month: Month | null };

const isMonth = (text: string | undefined): text is Month => /^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '');
const monthOf = (text: string | undefined): Month | null => (isMonth(text) ? text : null);

/** The route of a hash; what it doesn't know leads to my month. */
export function parseRoute(hash: string): Route {
  const [name, first, second] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  if (name === 'cho-toi') return { page: 'queue', month: monthOf(first) };
  if (name === 'don-vi') return { page: 'unit', month: monthOf(first) };
  if (name === 'phieu' && first && isMonth(second)) return { page: 'sheet', person: first, month: second };
  if (name === 'tham-khao' && first) return { page: 'consultation', id: first };
  return { page: 'my-month', month: monthOf(first) };
}

export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'my-month':
      return route.month ? `#/thang/${route.month}` : '#/thang';
    case 'queue':
      return route.month ? `#/cho-toi/${route.month}` : '#/cho-toi';
    case 'unit':
      return route.month ? `#/don-vi/${route.month}` : '#/don-vi';
    case 'sheet':
      return `#/phieu/${encodeURIComponent(route.person)}/${route.month}`;
    case 'consultation':
      return `#/tham-khao/${encodeURIComponent(route.id)}`;
  }
}

export function go(route: Route): void {
  location.hash = hrefOf(route);
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}
