// A small organisation: one division of two steps, with its head, a deputy and five staff, and those who judge the head.
import { organisationRef, refOf } from '../../functions/src/schema/refs.ts';
import { personDocument, unitDocument } from '../../local/sample/documents.ts';
import { noRights, sampleOrg as org, sampleOrganisation } from '../../local/sample/organisation.ts';
import { atTime } from '../../functions/src/domain/civilDate.ts';
import { MemoryPorts } from '../fixtures/memoryPorts.ts';

export { org };
export const month = '2026-04';
export const unit = 'phong-qldt';
const units = ['thuong-truc-qu', 'ubnd', unit];
/** Of the district's 129. The deputy is in charge of the first three of the staff; nobody is in charge of the last. */
export const cast = {
  outside: 'bi-thu',
  chair: 'chu-tich-ubnd',
  head: 'qldt-truong',
  deputy: 'qldt-pho-1',
  returned: 'qldt-cv-01',
  late: 'qldt-cv-02',
  missing: 'qldt-cv-03',
  unclear: 'qldt-cv-04',
  remedied: 'qldt-cv-16',
} as const;

const everybody: readonly string[] = Object.values(cast);
const { organisation, document } = sampleOrganisation();

/** As it stands before the first night of April. */
export function smallOrganisation(): MemoryPorts {
  const memory = new MemoryPorts(atTime('2026-03-31', '12:00'));
  memory.put(organisationRef(org), document);
  for (const one of organisation.units.filter(({ id }) => units.includes(id)))
    memory.put(refOf(org, 'units', one.id), {
      ...unitDocument(one),
      parent: one.parent !== null && units.includes(one.parent) ? one.parent : null,
      // The unit of the sample has 20; here it is two steps with seven.
      headcountOverride: one.id === unit ? 20 : null,
    });
  for (const one of organisation.people.filter(({ id }) => everybody.includes(id))) {
    const posts = one.posts.filter((post) => units.includes(post.unit));
    memory.put(refOf(org, 'people', one.id), personDocument({ ...one, posts }));
  }
  // Somebody inspects: the chair of the committee is not one of the small organisation, so its secretary does.
  memory.put(refOf(org, 'members', cast.outside), { ...noRights, inspects: true });
  return memory;
}
