export function UnitPage(_: { me: unknown; month?: string | null; person?: string; id?: string }) { return <p>…</p>; }
