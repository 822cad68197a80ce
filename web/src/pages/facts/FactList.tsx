// Facts of one kind under their title; nothing where there are none.
import type { ComponentChildren } from 'preact';

export function FactList<T>(props: {
  title?: string;
  rows: readonly T[];
  show: (row: T) => ComponentChildren;
}) {
  const { title, rows, show } = props;
  if (rows.length === 0) return null;
  return (
    <>
      {title !== undefined && <h3>{title}</h3>}
      <div>{rows.map(show)}</div>
    </>
  );
}
