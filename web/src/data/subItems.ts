// A unit's sub-items, read once per visit and unit, and again after one was written or struck out.
import { useContext, useEffect, useState } from 'preact/hooks';
import type { SubItem } from '../../../functions/src/schema/subItem.ts';
import { UnitOfCodes } from '../parts/unitOfCodes.ts';
import { meNow } from '../session.ts';
import { listDocuments, type Row } from './firestore.ts';

const known = new Map<string, Promise<Row<SubItem>[]>>();

export function readSubItems(unit: string): Promise<Row<SubItem>[]> {
  const reading =
    known.get(unit) ??
    listDocuments<SubItem>(meNow().org, 'subItems', { unit }).then((rows) =>
      rows.sort((a, b) => a.data.code.localeCompare(b.data.code) || a.data.n - b.data.n),
    );
  known.set(unit, reading);
  // Without a connection the official text stands alone; the next page asks again.
  reading.catch(() => known.delete(unit));
  return reading;
}
export const forgetSubItems = (unit: string): void => void known.delete(unit);

/** What holds under a code for the unit that the page is about; nothing until it is asked for. */
export function useSubItems(isAsked: boolean): (code: string) => readonly string[] {
  const unit = useContext(UnitOfCodes);
  const [rows, setRows] = useState<Row<SubItem>[]>([]);
  useEffect(() => {
    if (unit === null || !isAsked) return;
    let isHere = true;
    readSubItems(unit).then(
      (found) => isHere && setRows(found),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [unit, isAsked]);
  return (code) =>
    rows.filter(({ data }) => data.code === code && data.state === 'active').map(({ data }) => data.text);
}
