// What stands where nobody follows someone who left: an id that no account ever has, so that it opens no right.
export const vacant = 'vacant';
export const vacantName = 'Chưa có người';

export const nameIn = (people: ReadonlyMap<string, { name: string }>, id: string): string | null =>
  id === vacant ? vacantName : (people.get(id)?.name ?? null);
