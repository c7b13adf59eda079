import { originTitle } from '../../origin-lines.ts'
import type { Table } from '../../table.ts'
import { cut, float64, int32, padded } from './bytes.ts'
import { bias } from './packed-cases.ts'

const layout = 2
const packed = 1
const unweighted = 0

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The first bytes of the file. */
export function head(table: Table, units: number, rows: number): Buffer {
  const { at, program } = table.origin
  const [day, time] = moment(at)
  return Buffer.concat([
    padded('$FL2', 4),
    padded(cut(`@(#) SPSS DATA FILE Stichtag ${program}`, 60), 60),
    int32(layout, units, packed, unweighted, rows),
    float64(bias),
    padded(day, 9),
    padded(time, 8),
    padded(cut(originTitle(table), 64), 64),
    padded('', 3),
  ])
}

/** That of the state of the data; where there is none, the beginning of computer time. */
function moment(at: string | null): [day: string, time: string] {
  const date = new Date(at ?? 0).toISOString()
  const month = months[Number(date.slice(5, 7)) - 1]
  return [`${date.slice(8, 10)} ${month} ${date.slice(2, 4)}`, date.slice(11, 19)]
}
