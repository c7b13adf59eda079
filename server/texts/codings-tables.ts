import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Database } from '../database/database.ts'
import { type CodedRemark, longCodings, wideCodings } from '../export/codings-table.ts'
import type { ExportedWave } from '../export/origin.ts'
import type { Table } from '../export/table.ts'
import { waveTables } from '../export/wave-tables.ts'
import { type CodebookInState, codebooksIn } from '../store/texts/annex-texts.ts'
import { codingsOf } from '../store/texts/codings.ts'
import { type TextsOf, textsById } from '../store/texts/list-texts.ts'
import { codedByNewest } from './coded-texts.ts'

type Open = Pick<Database, 'db' | 'pool'>

/** What was coded in a wave, for each codebook: a row per text and category, and columns beside the answers. */
export async function codingsTables(
  { db, pool }: Open,
  exported: ExportedWave,
  account: number | undefined,
): Promise<Table[]> {
  const { antworten } = await waveTables(pool, exported, { account })
  const { wave, instrument } = exported
  const asOf = antworten.origin.state
  const codebooks = await codebooksIn(db, { wave, asOf })
  const tables = await Promise.all(
    codebooks.map(async (one) => {
      const codebook = one.versions.at(-1)?.categories ?? []
      const coded = { codebook, remarks: await remarksOf({ db, pool }, { wave, account, asOf }, one) }
      const { key } = unitKinds[instrument.unit]
      const both = [longCodings(exported, coded, antworten.origin), wideCodings(antworten, key, coded)]
      return codebooks.length === 1 ? both : both.map((table) => ({ ...table, name: `${table.name}-${one.id}` }))
    }),
  )
  return tables.flat()
}

/** Who coded has a letter: an account's name leaves with no file. What came from a file is of nobody who answered. */
async function remarksOf({ db }: Open, of: TextsOf, { fields, versions }: CodebookInState): Promise<CodedRemark[]> {
  const given = await codingsOf(db, of, fields)
  const { texts } = codedByNewest(
    given,
    versions.map((one) => ({ ...one, by: null, at: new Date(0) })),
  )
  const coders = [...new Set(given.map(({ coder }) => coder))].sort()
  const letterOf = (coder: string) => String.fromCodePoint(65 + coders.indexOf(coder))
  const written = await textsById(
    db,
    of,
    texts.map(({ text }) => Number(text)),
  )
  const codingsOfText = new Map(texts.map(({ text, codings }) => [Number(text), codings]))
  return written.flatMap(({ id, unit, field, text }): CodedRemark[] => {
    if (unit === null) return []
    const codings = [...(codingsOfText.get(id) ?? [])].flatMap(([coder, categories]) =>
      [...categories].map((category) => ({ category, coder: letterOf(coder) })),
    )
    return [{ unit, field, text, codings }]
  })
}
