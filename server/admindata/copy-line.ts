import type { Observation } from '../../analysis/sources/intake.ts'

/** A line of PostgreSQL's text format; none of the fields can hold a character that it would have to escape. */
export function copyLine({ series, region, start, value, missing, uncertain, line }: Observation): string {
  return `${series}\t${region}\t${start}\t${value ?? '\\N'}\t${missing ?? '\\N'}\t${uncertain ? 't' : 'f'}\t${line}\n`
}
