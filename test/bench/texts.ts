import { sql } from 'kysely'
import type { Database } from '../../server/database/database.ts'
import { countTexts, listTexts, positionIn } from '../../server/store/texts/list-texts.ts'
import { noteTexts } from '../../server/store/texts/note-texts.ts'
import { listReleases } from '../../server/store/texts/releases.ts'
import { sharedWords } from '../../server/store/texts/written-words.ts'
import { manyTexts } from '../support/many-texts.ts'
import { median } from './median.ts'
import { settle } from './world.ts'

const count = 100_000
const turns = 5
/** Whoever waits longer notices it, in milliseconds; another machine takes so many times what reading all of them once takes. */
const budgets = { longest: 300, ratio: 8 }

export interface TextsSpeed {
  name: 'texts'
  title: string
  steps: { label: string; time: number; ratio: number }[]
  /** Milliseconds to look through all texts once, and do nothing else. */
  bare: number
  budgets: typeof budgets
  met: boolean
}

/** What is asked of the texts of a wave while somebody waits, beside one look through all of them. */
export async function measureTexts({ db }: Pick<Database, 'db'>): Promise<TextsSpeed> {
  const { wave, fields } = await manyTexts({ db }, count)
  await noteTexts(db, wave, fields)
  await settle(db)
  const of = { wave, account: 1, asOf: null }
  const term = 'Unterkunft'
  const { texts } = await listTexts(db, of, {})
  const [first] = texts
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const times: number[] = []
    for (let turn = 0; turn < turns; turn += 1) {
      const start = performance.now()
      await work()
      times.push(performance.now() - start)
    }
    return median(times)
  }
  const bare = await timed(() =>
    sql`select count(*) from written_text where folded like ${`%${term.toLowerCase()}%`}`.execute(db),
  )
  const views: [label: string, work: () => Promise<unknown>][] = [
    ['Liste', () => listTexts(db, of, {})],
    ['letzte Seite', () => listTexts(db, of, {}, { before: { field: '~', id: 0 } })],
    ['Suche', () => listTexts(db, of, { term })],
    ['Suche ohne Treffer', () => listTexts(db, of, { term: 'Unterkumpf' })],
    ['noch offen', () => listTexts(db, of, { state: 'offen' })],
    ['nächster Text', () => positionIn(db, of, { term }, first)],
    ['Anzahlen', () => countTexts(db, of)],
    ['Wörter anderer', () => sharedWords(db, wave, ['Unterkünfte', 'Ämter', 'gibtesnicht'])],
    ['Freigaben', () => listReleases(db, of, { offset: 0, limit: 50 })],
  ]
  const steps: TextsSpeed['steps'] = []
  for (const [label, work] of views) {
    const time = await timed(work)
    steps.push({ label, time, ratio: time / bare })
  }
  const met = steps.every(({ time, ratio }) => time <= budgets.longest || ratio <= budgets.ratio)
  return { name: 'texts', title: `${count.toLocaleString('de-DE')} Texte`, steps, bare, budgets, met }
}
