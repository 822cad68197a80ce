export function Consulted(_: { me: unknown; month?: string | null; person?: string; id?: string }) { return <p>…</p>; }
