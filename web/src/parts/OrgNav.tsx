// The second line of navigation, among the pages about the organisation.
import { useMember } from '../data/useMember.ts';
import { hrefOf, type Route } from '../router.ts';
import type { Me } from '../session.ts';
import { orgPlacesOf } from './orgPlaces.ts';

export function OrgNav({ me, page }: { me: Me; page: Route['page'] }) {
  const places = orgPlacesOf(useMember(me));
  if (places.length < 2) return null;
  return (
    <nav class="org-nav" aria-label="Các trang về tổ chức">
      {places.map(({ title, route, pages }) => (
        <a key={title} href={hrefOf(route)} aria-current={pages.includes(page) ? 'page' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}
