// How long a text and how full a map may be: forms need these, and not the schema library.
/** Sizes of client-written texts, in UTF-16 units. */
export const sizes = {
  line: 200,
  text: 5000,
  note: 2000,
  /** Tasks of a unit, per map. */
  taskMap: 12000,
  entries: 40,
  /**
   * All texts of a sheet together: the rules afford one limit, not one per field, and a change event carries the
   * document twice within 512 KB, at up to three bytes a character. A form stays within line, note and text per field.
   */
  sheet: 80000,
  /** All that an evaluator writes, for the same reasons. */
  assessment: 60000,
  /** Verdicts of an assessment, each on a finding, and the length of their ids together. */
  verdicts: 99,
  verdictIds: 9900,
  /** Rows of one document of a change, and their JSON together; documents of one import. */
  changeRows: 500,
  changePart: 200000,
  changeParts: 100,
  /** Facts a head answers. */
  facts: 200,
  /** One sub-item under a code, and how many that stood in its place are kept. */
  subItem: 500,
  earlierSubItems: 50,
} as const;
