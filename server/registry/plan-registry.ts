import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openTables } from '../admindata/open-tables.ts'
import { placed } from '../admindata/placed.ts'
import type { Db } from '../database/database.ts'
import { berlinDay } from '../domain/german-time.ts'
import { InputError } from '../errors/input-error.ts'
import { endGemeinden } from '../store/gemeinden-ended.ts'
import { readRegister } from '../store/register.ts'
import { type Counts, storeGemeinden, storeKreise } from '../store/registry.ts'
import type { ImportForm } from '../store/registry-imports.ts'
import { everyGemeinde, everyKreis, everyMitglied, everyVerbund } from '../store/registry-rows.ts'
import { storeImNummern, storeVerbuende } from '../store/verbuende.ts'
import { type fundingForms, planFunding } from './funding/plan-funding.ts'
import { type Gone, type OfficialSettings, planOfficial } from './plan-official.ts'
import { type Official, readOfficial } from './read-official.ts'
import { readGemeinden, readKreise } from './read-registry.ts'
import type { Read } from './read-rows.ts'
import { type Known, readImNummern, readVerbuende } from './read-verbuende.ts'
import { readUtf8 } from './utf8.ts'

/** What became of the rows of a file, by what they are. */
export type ImportCounts = Partial<
  Record<'kreise' | 'gemeinden' | 'verbuende' | 'mitglieder' | 'im_nummern' | keyof typeof fundingForms, Counts>
>

/** What a file says, held against the registry. With a problem nothing of it may be applied. */
export interface RegistryPlan {
  form: ImportForm
  hash: string
  title: string
  /** The first day of what an official directory says. */
  from?: string | undefined
  populationDate?: string | undefined
  gone: readonly Gone[]
  notes: readonly string[]
  problems: readonly string[]
  apply(trx: Db): Promise<ImportCounts>
}

export interface FileRequest {
  /** How the file is called, where that is not the end of its path. */
  file?: string
  settings?: OfficialSettings
  /** How large a packed file may be when it is unpacked, in bytes. */
  mostUnpacked?: number
}

const shippedKreise = fileURLToPath(new URL('kreise.csv', import.meta.url))

/** Reads an official directory (GV100AD, AuszugGV) or a table of our own, which its columns tell. */
export async function planRegistry(
  db: Db,
  path: string,
  { file = basename(path), settings = {}, ...limits }: FileRequest = {},
): Promise<RegistryPlan> {
  const opened = await openTables(path, { file, ...limits })
  try {
    const official = await readOfficial(opened)
    const plan =
      official === undefined
        ? ((await planFunding(db, opened)) ?? (await planOwn(db, path, file)))
        : await planDirectory(db, file, official, settings)
    return { ...plan, hash: opened.hash }
  } finally {
    await opened.close()
  }
}

type Planned = Omit<RegistryPlan, 'hash'>

async function planDirectory(db: Db, file: string, official: Official, settings: OfficialSettings): Promise<Planned> {
  const gemeinden = await everyGemeinde(db)
  const known = new Set(gemeinden.map(({ gkz }) => gkz))
  const kreise = await everyKreis(db)
  const plan = planOfficial({ gemeinden, kreise, today: berlinDay(new Date()) }, official, settings)
  const { form, title } = official
  const { from, populationDate, rows, gone, notes, unchanged } = plan
  return {
    form,
    title,
    from,
    populationDate,
    gone,
    notes,
    problems: plan.problems.map((one) => placed(file, one)),
    async apply(trx) {
      if (plan.kreise.length > 0) await storeKreise(trx, plan.kreise)
      await storeGemeinden(trx, rows)
      if (from !== undefined) await endGemeinden(trx, gone, from)
      // By Kommune: one that is changed gets a further row.
      const added = rows.filter(({ gkz }) => !known.has(gkz)).length
      const renamed = plan.kreise.length
      return {
        ...(renamed === 0
          ? {}
          : { kreise: { added: 0, changed: renamed, unchanged: official.kreise.length - renamed } }),
        gemeinden: { added, changed: rows.length - added, unchanged },
      }
    },
  }
}

async function planOwn(db: Db, path: string, file: string): Promise<Planned> {
  const text = readUtf8(await contentOf(path), file)
  const header = text.split('\n', 1)[0] ?? ''
  if (/\bim_nummer\b/.test(header)) return planImNummern(db, text, file)
  if (/\bverbund\b/.test(header)) return planVerbuende(db, text, file)
  return planGemeinden(text, file)
}

const own = { gone: [], notes: [] }

async function planGemeinden(text: string, file: string): Promise<Planned> {
  const kreise = readKreise(readUtf8(await contentOf(shippedKreise), 'kreise.csv'), 'kreise.csv')
  const keys = new Set(kreise.rows.map(({ kreis }) => kreis))
  const gemeinden = readGemeinden(text, file, keys)
  return {
    ...own,
    form: 'gemeinden',
    title: 'Kommunen',
    problems: [...sentences(kreise), ...sentences(gemeinden)],
    apply: async (trx) => ({
      kreise: await storeKreise(trx, kreise.rows),
      gemeinden: await storeGemeinden(trx, gemeinden.rows),
    }),
  }
}

async function planVerbuende(db: Db, text: string, file: string): Promise<Planned> {
  const read = readVerbuende(text, file, await readKnown(db))
  return {
    ...own,
    form: 'verbuende',
    title: 'Antragsverbünde',
    problems: sentences(read),
    apply: (trx) => storeVerbuende(trx, read.rows),
  }
}

async function planImNummern(db: Db, text: string, file: string): Promise<Planned> {
  const read = readImNummern(text, file, await everyVerbund(db))
  return {
    ...own,
    form: 'im-nummern',
    title: 'Integrationsmanager/-innen',
    problems: sentences(read),
    apply: async (trx) => ({ im_nummern: await storeImNummern(trx, read.rows) }),
  }
}

/** Kommunen of all times: a file may tell of the past. */
async function readKnown(db: Db): Promise<Known> {
  const gemeinden = await everyGemeinde(db)
  const mitglieder = await everyMitglied(db)
  const { kreise } = await readRegister(db)
  return {
    register: { gemeinden: new Map(gemeinden.map(({ gkz, name }) => [gkz, { name }])), kreise },
    gemeinden,
    mitglieder,
  }
}

async function contentOf(path: string): Promise<Buffer> {
  return readFile(path).catch((cause) => {
    throw new InputError(`Die Datei ${path} lässt sich nicht lesen (${cause.code}).`, { cause })
  })
}

const sentences = ({ problems }: Read<unknown>): string[] => problems.map(({ file, ...one }) => placed(file, one))
