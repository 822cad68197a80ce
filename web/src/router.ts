// A hash router of a few lines: no server rewrite is needed, and a link to a sheet can be sent within the organisation.
import { useEffect, useState } from 'preact/hooks';
import type { Month } from '../../functions/src/domain/words.ts';

export type Route =
  | { page: 'my-month'; month: Month | null }
  | { page: 'queue'; month: Month | null }
  | { page: 'decide-many'; month: Month | null }
  | { page: 'sheet'; person: string; month: Month }
  | { page: 'consultation'; id: string }
  /** Without `unit`: the one of their own month. */
  | { page: 'unit'; month: Month | null; unit?: string }
  | { page: 'readers'; month: Month | null }
  | { page: 'overseen'; month: Month | null }
  /** What HĐND or the Front recorded. */
  | { page: 'supervision'; month: Month | null }
  | { page: 'delegations' }
  | { page: 'completeness'; month: Month | null }
  | { page: 'authorities'; month: Month | null }
  | { page: 'rights' }
  | { page: 'settings' }
  | { page: 'calendar'; month: Month | null }
  /** Null: the list of versions. */
  | { page: 'templates'; id: string | null }
  | { page: 'organisation'; unit: string | null }
  /** Null: a new one, below `parent`. */
  | { page: 'org-unit'; id: string | null; parent?: string }
  /** Null: a new one, in `unit`. */
  | { page: 'person'; id: string | null; unit?: string }
  | { page: 'import' }
  /** A person's year, one's own where `person` is null; a unit's; what I decide; one of these. */
  | { page: 'year'; year: string | null; person: string | null }
  | { page: 'unit-year'; year: string | null; unit: string | null }
  /** Plans that units filed; the plan of one for a year. */
  | { page: 'unit-plans'; year: string | null }
  | { page: 'unit-plan'; unit: string; year: string }
  | { page: 'years-to-decide'; year: string | null }
  | { page: 'decide-year'; person: string; year: string }
  /** Null: all that concern me. */
  | { page: 'appeals'; id: string | null }
  /** A unit's own month, for who decides its head. */
  | { page: 'rate-unit'; unit: string; month: Month }
  | { page: 'facts' }
  | { page: 'inbox' }
  /** Null: all that I may see. */
  | { page: 'replacements'; id: string | null };

const isMonth = (text: string | undefined): text is Month => /^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '');
const isYear = (text: string | undefined): text is string => /^20\d\d$/.test(text ?? '');
const yearOf = (text: string | undefined): string | null => (isYear(text) ? text : null);
const monthOf = (text: string | undefined): Month | null => (isMonth(text) ? text : null);

/** The route of a hash; what it doesn't know leads to my month. */
export function parseRoute(hash: string): Route {
  const [name, first, second] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  if (name === 'cho-toi') return { page: 'queue', month: monthOf(first) };
  if (name === 'quyet-dinh') return { page: 'decide-many', month: monthOf(first) };
  if (name === 'don-vi') return { page: 'unit', month: monthOf(first), ...(second ? { unit: second } : {}) };
  if (name === 'phieu' && first && isMonth(second)) return { page: 'sheet', person: first, month: second };
  if (name === 'tham-khao' && first) return { page: 'consultation', id: first };
  if (name === 'ai-xem') return { page: 'readers', month: monthOf(first) };
  if (name === 'phu-trach') return { page: 'overseen', month: monthOf(first) };
  if (name === 'giam-sat') return { page: 'supervision', month: monthOf(first) };
  if (name === 'uy-quyen') return { page: 'delegations' };
  if (name === 'kiem-tra') return { page: 'completeness', month: monthOf(first) };
  if (name === 'tham-quyen') return { page: 'authorities', month: monthOf(first) };
  if (name === 'quyen') return { page: 'rights' };
  if (name === 'cai-dat') return { page: 'settings' };
  if (name === 'lich') return { page: 'calendar', month: monthOf(first) };
  if (name === 'mau-cham') return { page: 'templates', id: first || null };
  if (name === 'to-chuc') return { page: 'organisation', unit: first || null };
  if (name === 'sua-don-vi' && first) return { page: 'org-unit', id: first };
  if (name === 'them-don-vi') return { page: 'org-unit', id: null, ...(first ? { parent: first } : {}) };
  if (name === 'nhan-su' && first) return { page: 'person', id: first };
  if (name === 'them-nguoi') return { page: 'person', id: null, ...(first ? { unit: first } : {}) };
  if (name === 'nhap-danh-sach') return { page: 'import' };
  if (name === 'nam') return { page: 'year', year: yearOf(first), person: second || null };
  if (name === 'nam-don-vi') return { page: 'unit-year', year: yearOf(first), unit: second || null };
  if (name === 'ke-hoach') return { page: 'unit-plans', year: yearOf(first) };
  if (name === 'ke-hoach-don-vi' && first && isYear(second))
    return { page: 'unit-plan', unit: first, year: second };
  if (name === 'nam-cho-toi') return { page: 'years-to-decide', year: yearOf(first) };
  if (name === 'xep-loai-nam' && first && isYear(second))
    return { page: 'decide-year', person: first, year: second };
  if (name === 'xep-loai-don-vi' && first && isMonth(second))
    return { page: 'rate-unit', unit: first, month: second };
  if (name === 'hop-tin') return { page: 'inbox' };
  if (name === 'viec-ton') return { page: 'facts' };
  if (name === 'thay-the') return { page: 'replacements', id: first || null };
  if (name === 'kien-nghi') return { page: 'appeals', id: first || null };
  return { page: 'my-month', month: monthOf(first) };
}

const withMonth = (name: string, month: Month | null) => (month ? `#/${name}/${month}` : `#/${name}`);

const withId = (name: string, id: string | null | undefined) =>
  id ? `#/${name}/${encodeURIComponent(id)}` : `#/${name}`;

const withYear = (name: string, year: string | null, id: string | null) =>
  year ? withId(`${name}/${year}`, id) : `#/${name}`;

export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'my-month':
      return withMonth('thang', route.month);
    case 'queue':
      return withMonth('cho-toi', route.month);
    case 'decide-many':
      return withMonth('quyet-dinh', route.month);
    case 'unit':
      return route.month && route.unit
        ? withId(`don-vi/${route.month}`, route.unit)
        : withMonth('don-vi', route.month);
    case 'readers':
      return withMonth('ai-xem', route.month);
    case 'overseen':
      return withMonth('phu-trach', route.month);
    case 'supervision':
      return withMonth('giam-sat', route.month);
    case 'delegations':
      return '#/uy-quyen';
    case 'completeness':
      return withMonth('kiem-tra', route.month);
    case 'authorities':
      return withMonth('tham-quyen', route.month);
    case 'rights':
      return '#/quyen';
    case 'calendar':
      return withMonth('lich', route.month);
    case 'settings':
      return '#/cai-dat';
    case 'templates':
      return withId('mau-cham', route.id);
    case 'organisation':
      return withId('to-chuc', route.unit);
    case 'org-unit':
      return route.id === null ? withId('them-don-vi', route.parent) : withId('sua-don-vi', route.id);
    case 'person':
      return route.id === null ? withId('them-nguoi', route.unit) : withId('nhan-su', route.id);
    case 'import':
      return '#/nhap-danh-sach';
    case 'year':
      return withYear('nam', route.year, route.person);
    case 'unit-year':
      return withYear('nam-don-vi', route.year, route.unit);
    case 'unit-plans':
      return withYear('ke-hoach', route.year, null);
    case 'unit-plan':
      return `#/ke-hoach-don-vi/${encodeURIComponent(route.unit)}/${route.year}`;
    case 'years-to-decide':
      return withYear('nam-cho-toi', route.year, null);
    case 'decide-year':
      return `#/xep-loai-nam/${encodeURIComponent(route.person)}/${route.year}`;
    case 'rate-unit':
      return `#/xep-loai-don-vi/${encodeURIComponent(route.unit)}/${route.month}`;
    case 'inbox':
      return '#/hop-tin';
    case 'facts':
      return '#/viec-ton';
    case 'replacements':
      return withId('thay-the', route.id);
    case 'appeals':
      return withId('kien-nghi', route.id);
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
