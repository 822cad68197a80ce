// What every report shares: the page of the party's style, its type, page numbers and metadata (domain.md section 10).
import { millisOf, type Moment } from '../domain/moment.ts';
import type { Content, TDocumentDefinitions } from './definition.ts';
import { pageNumberId, type Keeps } from './keep.ts';
import { printable } from './printable.ts';

const mm = 72 / 25.4;
/** A4 lying, since both forms are wide tables. */
const pageWidth = 297 * mm;
/** HD 36-HD/VPTW: 20, 20, 30, 15 mm at the top, bottom, left and right. */
const margin = { top: 20 * mm, bottom: 20 * mm, left: 30 * mm, right: 15 * mm };

/** Width between the margins, in points. */
export const bodyWidth = pageWidth - margin.left - margin.right;

/** Type sizes in points: body and header of HD 36-HD/VPTW, and the 10 at which eight columns of text fit a page. */
export const size = { header: 15, body: 14, place: 14, running: 12, table: 10, small: 8.5 } as const;

export const family = 'Tinos';

export interface ReportMetadata {
  title: string;
  subject: string;
  author: string;
  /** Fixed, so that the same figures give the same bytes whenever they are rendered. */
  createdAt: Moment;
}

const pageNumber = (page: number): Content =>
  // The first page of a party document carries no number (HD 36-HD/VPTW).
  page === 1
    ? ''
    : {
        id: pageNumberId,
        text: String(page),
        alignment: 'center',
        fontSize: size.body,
        margin: [0, 26, 0, 0],
      };

/** A document on the shared page. `content` is handed over: pdfmake writes into the definition that it lays out. */
export function reportDefinition(
  metadata: ReportMetadata,
  content: Content[],
  keeps: Keeps,
): TDocumentDefinitions {
  return {
    content,
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [margin.left, margin.top, margin.right, margin.bottom],
    header: pageNumber,
    defaultStyle: { font: family, fontSize: size.body },
    pageBreakBefore: keeps.pageBreakBefore,
    info: {
      title: printable(metadata.title),
      subject: printable(metadata.subject),
      author: printable(metadata.author),
      creator: 'Năm Rõ',
      producer: 'pdfmake',
      creationDate: new Date(millisOf(metadata.createdAt)),
    },
    language: 'vi-VN',
    version: '1.7',
  };
}
