import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { z } from 'zod'
import { type Gazetteer, gazetteer } from '../../analysis/texts/redaction/gazetteer.ts'

const gemeinde = z.object({ gkz: z.string(), name: z.string() })
const kreis = z.object({ kreis: z.string(), name: z.string(), typ: z.string() })

/** The names of all Kommunen and Kreise that come with Stichtag: no database is needed to find them in texts. */
export async function shippedNames(): Promise<Gazetteer> {
  const gemeinden = await rowsOf('gemeinden.csv', gemeinde)
  const kreise = await rowsOf('kreise.csv', kreis)
  return gazetteer({
    gemeinden: new Map(gemeinden.map(({ gkz, name }) => [gkz, { name }])),
    kreise: new Map(
      kreise.map((one) => [one.kreis, /kreis$/i.test(one.name) ? one.name : `${one.typ} ${one.name}`] as const),
    ),
    verbuende: new Map(),
  })
}

async function rowsOf<Row>(file: string, shape: z.ZodType<Row>): Promise<Row[]> {
  const text = await readFile(new URL(`../registry/${file}`, import.meta.url), 'utf8')
  const { data } = Papa.parse(text, { header: true, skipEmptyLines: true })
  return z.array(shape).parse(data)
}
