import { csv } from './csv.ts'
import { csvDe } from './csv-de.ts'
import type { Format } from './format.ts'
import { json } from './json.ts'
import { parquet } from './parquet/parquet.ts'
import { spss } from './spss/spss.ts'
import { stata } from './stata/stata.ts'
import { xlsx } from './xlsx/xlsx.ts'

/** All formats, in the order in which they are offered. A further one is a file in this folder and a line here. */
export const formats: readonly Format[] = [csv, csvDe, json, stata, spss, parquet, xlsx]

export const formatNamed = (wanted: string): Format | undefined => formats.find(({ name }) => name === wanted)
