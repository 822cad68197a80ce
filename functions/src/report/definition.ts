// The shapes of pdfmake that this room builds; types alone, since the room runs without the SDK.

/* Written as type expressions, because the wall of the lint refuses every import of pdfmake in here. */
export type Content = import('pdfmake/interfaces.js').Content;
export type Column = import('pdfmake/interfaces.js').Column;
export type TableCell = import('pdfmake/interfaces.js').TableCell;
/** A cell of text, which can be added to. */
export type TextCell = import('pdfmake/interfaces.js').ContentText &
  import('pdfmake/interfaces.js').TableCellProperties;
export type TableLayout = import('pdfmake/interfaces.js').CustomTableLayout;
export type TDocumentDefinitions = import('pdfmake/interfaces.js').TDocumentDefinitions;
