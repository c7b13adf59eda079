import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Database } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { type CodedRemark, longCodings, wideCodings } from '../export/codings-table.ts'
import type { ExportedWave } from '../export/origin.ts'
import type { Table } from '../export/table.ts'
import { waveTables } from '../export/wave-tables.ts'
import { type CodebookInState, codebooksIn } from '../store/texts/annex-texts.ts'
import { codingsOf } from '../store/texts/codings.ts'
import { type TextsOf, textsById } from '../store/texts/list-texts.ts'
import { codedByNewest } from './coded-texts.ts'

type Open = Pick<Database, 'db' | 'pool'>

/** What was coded in a wave by one codebook: a row per text and category, and columns beside the answers. */
export interface CodingsTables {
  codebook: Pick<CodebookInState, 'id' | 'title'>
  kodierungen: Table
  'kodierungen-breit': Table
}

/** Those of each codebook; where there are several, its number ends their names. */
export async function codingsTables(
  { db, pool }: Open,
  exported: ExportedWave,
  account: number | undefined,
): Promise<CodingsTables[]> {
  const { antworten } = await waveTables(pool, exported, { account })
  const { wave, instrument } = exported
  const asOf = antworten.origin.state
  const codebooks = await codebooksIn(db, { wave, asOf })
  return Promise.all(
    codebooks.map(async (one) => {
      const codebook = one.versions.at(-1)?.categories ?? []
      const coded = { codebook, remarks: await remarksOf({ db, pool }, { wave, account, asOf }, one) }
      const { key } = unitKinds[instrument.unit]
      const named = (table: Table) => (codebooks.length === 1 ? table : { ...table, name: `${table.name}-${one.id}` })
      return {
        codebook: one,
        kodierungen: named(longCodings(exported, coded, antworten.origin)),
        'kodierungen-breit': named(wideCodings(antworten, key, coded)),
      }
    }),
  )
}

/** The tables of the codebook that somebody named by its number; of a wave that has one alone nobody has to. */
export function chosenCodings(all: readonly CodingsTables[], wave: string, typed: string): CodingsTables {
  const [first] = all
  if (first === undefined) throw new InputError(`Zu „${wave}“ gibt es noch keine Kategorien, also nichts auszugeben.`)
  const chosen = typed === '' && all.length === 1 ? first : all.find(({ codebook }) => String(codebook.id) === typed)
  if (chosen !== undefined) return chosen
  const numbers = all.map(({ codebook: { id, title } }) => `${id} (${title})`).join(', ')
  throw new InputError(`Bitte geben Sie bei „Nummer der Kategorien“ an, welche gemeint sind: ${numbers}.`)
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
