// The head of a party document: unit on the left, party on the right with its rule, place and date (HD 36-HD/VPTW).
import { formatFormDate } from '../domain/civilDate.ts';
import type { CivilDate, Month } from '../domain/words.ts';
import type { Content } from './definition.ts';
import { size } from './page.ts';
import { printable } from './printable.ts';

export interface PartyHeader {
  /** Heads of the two sides where a form names them: "ĐƠN VỊ", "ĐẢNG CỘNG SẢN VIỆT NAM". */
  unitHead: string;
  partyHead: string;
  /** Party committee above the unit, as the organisation writes it. */
  partyName: string;
  unitName: string;
  place: string;
  /** Null leaves day and month to be written in by hand. */
  date: CivilDate | null;
  month: Month;
}

const upper = (text: string) => printable(text).toLocaleUpperCase('vi');

const dateLine = (date: CivilDate | null, month: Month) =>
  date === null ? `ngày …… tháng …… năm ${month.slice(0, 4)}` : formatFormDate(date);

const rule = { hLineWidth: (line: number) => (line === 1 ? 0.8 : 0), vLineWidth: () => 0 };
const noPadding = {
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 1,
};

/** The rule is exactly as long as the words above it. */
function partyWords(text: string): Content {
  return {
    columns: [
      { width: '*', text: '' },
      {
        width: 'auto',
        table: { body: [[{ text, bold: true, fontSize: size.header, noWrap: true }]] },
        layout: { ...rule, ...noPadding },
      },
      { width: '*', text: '' },
    ],
  };
}

export function partyHeader(header: PartyHeader): Content {
  const unit = upper(header.unitName);
  return {
    columnGap: 24,
    columns: [
      {
        width: '*',
        stack: [
          { text: upper(header.partyName) },
          { text: unit === '' ? `${header.unitHead}……………` : unit, bold: true },
          { text: '*' },
        ],
        alignment: 'center',
      },
      {
        width: '*',
        stack: [
          partyWords(header.partyHead),
          {
            text: `${printable(header.place)}, ${dateLine(header.date, header.month)}`,
            italics: true,
            fontSize: size.place,
            margin: [0, 6, 0, 0],
          },
        ],
        alignment: 'center',
      },
    ],
    margin: [0, 0, 0, 12],
  };
}
