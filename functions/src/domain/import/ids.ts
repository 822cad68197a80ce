// Ids for people and units that a list gives no code for: derived from the name, so that the same list gives the same ids.
import { fold } from '../fold.ts';

/** As schema/fields.ts has it for ids. */
const longest = 40;

/** "Nguyễn Văn Ân" → "nguyen-van-an"; empty where nothing of the text can stand in an id. */
export function slugOf(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
}

/** The slug, with a number behind it where `taken` has it already. */
export function idFromName(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name);
  if (slug === '' || !taken.has(slug)) return slug;
  for (let n = 2; ; n++) {
    const id = `${slug.slice(0, longest - `-${n}`.length)}-${n}`;
    if (!taken.has(id)) return id;
  }
}
