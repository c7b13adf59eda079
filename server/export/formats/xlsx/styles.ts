import type { ColumnType } from '../../../../surveys/codebook/described-column.ts'
import { declaration } from './xml.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Cells to fill in have a frame and a ground of their own. */
const entry = 'fillId="2" borderId="1" applyFill="1" applyBorder="1" applyAlignment="1"'

/** How cells are shown: the number of a format (those from 164 on are ours), and what else. */
const styles = {
  decimal: 'numFmtId="0"',
  heading: 'numFmtId="49" fontId="1" applyFont="1"',
  integer: 'numFmtId="1"',
  // As a text: it stays one when somebody goes into its cell.
  text: 'numFmtId="49"',
  day: 'numFmtId="164"',
  time: 'numFmtId="165"',
  month: 'numFmtId="166"',
  /** Of texts that are read line by line. */
  lines: 'numFmtId="49" applyAlignment="1"',
  /** A question above its fields. */
  question: 'numFmtId="49" fontId="1" applyFont="1" applyAlignment="1"',
  /** To be filled in. */
  entryText: `numFmtId="49" ${entry}`,
  entryInteger: `numFmtId="0" ${entry}`,
  entryDecimal: `numFmtId="0" ${entry}`,
  entryDay: `numFmtId="164" ${entry}`,
} as const

export type Style = keyof typeof styles

export const styleNumber = (style: Style): number => Object.keys(styles).indexOf(style)

export const styleOf: Record<ColumnType, Style> = {
  integer: 'integer',
  decimal: 'decimal',
  code: 'text',
  text: 'text',
  time: 'time',
  day: 'day',
  month: 'month',
}

const ownFormats = ['dd\\.mm\\.yyyy', 'dd\\.mm\\.yyyy\\ hh:mm:ss', 'mm\\.yyyy']

const formatXml = (code: string, place: number) => `<numFmt numFmtId="${164 + place}" formatCode="${code}"/>`

const styleXml = (attributes: string) =>
  `<xf xfId="0" applyNumberFormat="1" ${attributes}>${attributes.includes('applyAlignment') ? '<alignment vertical="top" wrapText="1"/>' : ''}</xf>`

export const stylesXml = `${declaration}<styleSheet xmlns="${main}">
<numFmts count="${ownFormats.length}">${ownFormats.map(formatXml).join('')}</numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF8DC"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FF8A8A8A"/></${side}>`).join('')}<diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${Object.keys(styles).length}">${Object.values(styles).map(styleXml).join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Standard" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>
`
