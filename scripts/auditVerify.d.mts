export interface ExportedDocument {
  path: string;
  data: Record<string, unknown>;
}
export interface SealFile {
  file: string;
  text: string;
}
export interface Misfit {
  document: string;
  entry: number | null;
  field: string | null;
  reason: string;
  message: string;
}
export function verifyExport(exported: {
  documents: readonly ExportedDocument[];
  seals: readonly SealFile[];
  keys?: readonly string[];
}): {
  misfit: Misfit | null;
  counts: { documents: number; entries: number; seals: number; unsealed: number };
};
