import { cut, padded, tagged, u16, u64 } from './bytes.ts'
import { longTextBytes, type StataColumn } from './columns.ts'
import { noteBytes } from './notes.ts'
import { rowWidth } from './rows.ts'
import { valueLabelBytes } from './value-labels.ts'

interface Content {
  columns: readonly StataColumn[]
  count: number
  title: string
  notes: readonly string[]
  at: string | null
}

/** All but the rows and the long texts: what stands before, between and behind them. */
export interface Layout {
  before: Buffer
  between: Buffer
  behind: Buffer
}

/** Everything is known beforehand, so that the map of the file can stand at its beginning. */
export function layOut({ columns, count, title, notes, at }: Content): Layout {
  const header = tagged(
    'header',
    tagged('release', Buffer.from('118')),
    tagged('byteorder', Buffer.from('LSF')),
    tagged('K', u16(columns.length)),
    tagged('N', u64(count)),
    tagged('label', sized(cut(title, 80), u16)),
    tagged(
      'timestamp',
      sized(at === null ? '' : stamp(new Date(at)), (length) => Buffer.of(length)),
    ),
  )
  const sections = [
    tagged('variable_types', ...columns.map(({ cells }) => u16(typeCode(cells)))),
    tagged('varnames', ...columns.map(({ name }) => padded(name, 129))),
    tagged('sortlist', Buffer.alloc(2 * (columns.length + 1))),
    tagged('formats', ...columns.map(({ format }) => padded(format, 57))),
    tagged('value_label_names', ...columns.map(({ labels }) => padded(labels?.name ?? '', 129))),
    tagged('variable_labels', ...columns.map(({ label }) => padded(label, 321))),
    tagged('characteristics', ...noteBytes('_dta', notes), ...columns.flatMap((one) => noteBytes(one.name, one.notes))),
  ]
  const begin = Buffer.concat([Buffer.from('<stata_dta>'), header])
  const tables = new Set(columns.flatMap(({ labels }) => labels ?? []))
  const labels = tagged('value_labels', ...[...tables].map(valueLabelBytes))
  const end = Buffer.from('</stata_dta>')
  const long = columns.flatMap(({ cells }) => (cells.kind === 'long' ? [longTextBytes(cells)] : []))
  const lengths = [
    begin.length,
    mapLength,
    ...sections.map(({ length }) => length),
    '<data></data>'.length + rowWidth(columns) * count,
    '<strls></strls>'.length + long.reduce((sum, one) => sum + one, 0),
    labels.length,
    end.length,
  ]
  return {
    before: Buffer.concat([begin, tagged('map', ...offsets(lengths).map(u64)), ...sections, Buffer.from('<data>')]),
    between: Buffer.from('</data><strls>'),
    behind: Buffer.concat([Buffer.from('</strls>'), labels, end]),
  }
}

const mapLength = '<map></map>'.length + 14 * 8

const typeCode = (cells: StataColumn['cells']) => (cells.kind === 'number' ? cells.storage.code : cells.code)

/** Where each part begins, and where the last one ends. */
function offsets(lengths: readonly number[]): number[] {
  let sum = 0
  return [0, ...lengths.map((length) => (sum += length))]
}

function sized(text: string, written: (length: number) => Buffer): Buffer {
  const content = Buffer.from(text)
  return Buffer.concat([written(content.length), content])
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** As Stata writes it: 17 characters. */
function stamp(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${two(at.getUTCDate())} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}
