import { readFile } from 'node:fs/promises'
import type { Concordance } from '../../schemas/concordance.ts'
import type { Instrument } from '../compile/instrument.ts'
import { checkConcordances } from '../concordance/check-concordances.ts'
import { lastProblems } from '../concordance/last-problems.ts'
import { readConcordanceFiles } from '../concordance/load-concordances.ts'
import { checkCountings } from '../counting/check-countings.ts'
import { readCountingFiles } from '../counting/load-countings.ts'
import { checkDerived } from '../derived/check-derived.ts'
import { readDerivedFiles } from '../derived/load-derived.ts'
import { checkLabels, labelTwins } from '../labels/check-labels.ts'
import { loadLabels, readLabelFiles } from '../labels/load-labels.ts'
import { checkPreparations } from '../preparation/check-preparations.ts'
import { readPreparationFiles } from '../preparation/load-preparations.ts'
import { checkRegions } from '../regions/check-regions.ts'
import { readRegionFiles } from '../regions/load-regions.ts'
import { checkGlossaries } from '../terms/check-glossaries.ts'
import { readGlossaryFiles } from '../terms/load-glossaries.ts'
import { checkWays } from '../ways/check-ways.ts'
import { readWayFiles } from '../ways/load-ways.ts'
import { sha256 } from './canonical.ts'
import type { Checked } from './checked.ts'
import { type ColumnLock, columnLockProblems, longColumnProblems, readColumnLock } from './column-lock.ts'
import { compiledOrProblems } from './compile-draft.ts'
import { indicatorProblems } from './indicator-problems.ts'
import type { JsonFile } from './json-files.ts'
import { type DefinitionFile, definitionsFolder, readDefinitionFiles, readShared } from './load.ts'
import { numberProblems } from './number-problems.ts'
import { lockEntry, lockProblems, type Published, readLock } from './published.ts'
import { readRegionsLock, regionsLockProblems } from './regions-lock.ts'

/**
 * Everything that is wrong with the definitions of a folder: what does not compile, what was changed after publication, and,
 * once all of them compile, what stands beside them: concordances, what is computed from them, labels, regions,
 * glossaries, how to prepare, how answers are counted from lists, and how figures go up. Where the codes of the indicators with figures on Kommunen are given, no other may be
 * asked for.
 */
export async function checkDefinitions(
  folder: URL = definitionsFolder,
  folders: {
    concordances?: URL
    derived?: URL
    labels?: URL
    regions?: URL
    terms?: URL
    preparation?: URL
    counting?: URL
    ways?: URL
  } = {},
  indicators?: readonly string[],
): Promise<Checked> {
  const files = await readDefinitionFiles(folder)
  const { problems, checked, compiled, newest } = compileAll(files, indicators)
  const broken = new Set(problems.map(({ file }) => file))
  const lock = (await readLock(folder)).filter(({ file }) => !broken.has(file))
  const whole = broken.size === 0
  const concordanceFiles = whole ? await readConcordanceFiles(folders.concordances) : []
  const concordances = checkConcordances(concordanceFiles, newest)
  const fits = whole && concordances.problems.length === 0
  const computed = checkDerived(whole ? await readDerivedFiles(folders.derived) : [], [...newest.values()])
  const labels = checkLabels(whole ? await readLabelFiles(folders.labels) : [], whole ? compiled.map(versionOf) : [])
  const versions = whole ? compiled.map(({ instrument }) => instrument) : []
  const regionFiles = await readRegionFiles(folders.regions)
  const regions = checkRegions(whole ? regionFiles : [], versions)
  const counted = regionsLockProblems(await readRegionsLock(folder), regionFiles)
  const glossaries = checkGlossaries(whole ? await readGlossaryFiles(folders.terms) : [], versions)
  const preparations = checkPreparations(whole ? await readPreparationFiles(folders.preparation) : [], versions)
  const countings = checkCountings(whole ? await readCountingFiles(folders.counting) : [], versions)
  const ways = checkWays(whole ? await readWayFiles(folders.ways) : [], newest)
  const columns = columnProblems(compiled, lock, await readColumnLock(folder))
  const entries = compiled.map(({ entry }) => entry)
  const beside = [
    inFolder('concordance', concordances),
    inFolder('derived', computed),
    inFolder('labels', labels),
    inFolder('regions', regions),
    inFolder('terms', glossaries),
    inFolder('preparation', preparations),
    inFolder('counting', countings),
    inFolder('ways', ways),
  ]
  return {
    problems: [
      ...problems,
      ...lockProblems(lock, entries),
      ...columns,
      ...counted,
      ...(fits ? hungProblems({ compiled, newest }, concordanceFiles) : []),
      ...beside.flatMap((one) => one.problems),
    ],
    checked: [...checked, ...beside.flatMap((one) => one.checked)],
  }
}

/** Files of a survey are called alike in several folders: each is named with its own. Definitions keep their names. */
const inFolder = (folder: string, { problems, checked }: Checked): Checked => ({
  problems: problems.map((one) => (isDefinition(one.file) ? one : { ...one, file: `${folder}/${one.file}` })),
  checked: checked.map((line) => `${folder}/${line}`),
})

const isDefinition = (file: string) => /\.v\d+\.json$/.test(file)

/** The same for single files anywhere, without the lock. */
export async function checkFiles(files: readonly string[], indicators?: readonly string[]): Promise<Checked> {
  const shared = await readShared()
  const read = files.map(async (file): Promise<DefinitionFile> => {
    const bytes = await readFile(file)
    return { file, bytesHash: sha256(bytes), text: bytes.toString('utf8'), shared }
  })
  const { problems, checked, compiled } = compileAll(await Promise.all(read), indicators)
  const twins = compiled.map(versionOf).map(async ({ file, instrument }) => {
    const found = labelTwins(instrument, await loadLabels(instrument.id))
    return found.map((problem) => ({ file, ...problem }))
  })
  return { problems: [...problems, ...columnProblems(compiled, [], {}), ...(await Promise.all(twins)).flat()], checked }
}

const versionOf = ({ entry: { file }, instrument }: Compiled['compiled'][number]) => ({ file, instrument })

/** A published version keeps the names of its columns; one that is not yet published gets none that are too long. */
function columnProblems(compiled: Compiled['compiled'], published: readonly Published[], lock: ColumnLock) {
  return compiled.flatMap(({ entry: { file }, instrument }) => {
    const isPublished = published.some((one) => one.file === file)
    const found = isPublished ? columnLockProblems(lock[file], instrument) : longColumnProblems(instrument)
    return found.map((problem) => ({ file, ...problem }))
  })
}

/** What the newest version of a survey hangs on the last wave, and no answer of that decides. */
function hungProblems({ compiled, newest }: Pick<Compiled, 'compiled' | 'newest'>, files: readonly JsonFile[]) {
  const concordances = files.map(({ text }): Concordance => JSON.parse(text))
  return compiled.flatMap(({ entry: { file }, instrument }) =>
    newest.get(instrument.id) === instrument
      ? lastProblems(instrument, newest, concordances).map((problem) => ({ file, ...problem }))
      : [],
  )
}

interface Compiled extends Checked {
  compiled: { entry: Published; instrument: Instrument }[]
  /** The newest version of each survey. */
  newest: Map<string, Instrument>
}

function compileAll(files: readonly DefinitionFile[], indicators: readonly string[] | undefined): Compiled {
  const result: Compiled = { problems: [], checked: [], compiled: [], newest: new Map() }
  for (const one of files) {
    const found = compiledOrProblems(one)
    if (Array.isArray(found)) {
      result.problems.push(...found.map((problem) => ({ file: one.file, ...problem })))
      continue
    }
    const unknown = indicators === undefined ? [] : indicatorProblems(found, indicators)
    result.problems.push(...[...numberProblems(found), ...unknown].map((problem) => ({ file: one.file, ...problem })))
    result.compiled.push({ entry: lockEntry(one, found), instrument: found })
    result.newest.set(found.id, found)
    result.checked.push(
      `${one.file}: ${found.questions.size} Fragen, ${found.variables.length} Variablen, ${found.checks.length} Prüfungen`,
    )
  }
  return result
}
