import type { Refusal } from '../../analysis/sources/source.ts'
import { dayBefore, formatDate } from '../../surveys/reading/dates.ts'
import { formatNumber } from '../../surveys/reading/number.ts'
import { planKreise } from './plan-kreise.ts'
import type { Official, OfficialGemeinde } from './read-official.ts'
import type { GemeindeRow, KreisRow } from './read-registry.ts'
import { successorOf } from './successor-of.ts'

/** What somebody says beside a directory. */
export interface OfficialSettings {
  /** The first day on which what it says holds; otherwise the day as of which it was made. */
  ab?: string
  /** The day of its inhabitants, where the file does not say it. */
  stand?: string
  /** What those became part of that are not in it any more, by key. */
  nachfolge?: Readonly<Record<string, string>>
}

/** A Kommune that the directory no longer has, with what it became part of, as far as that is known. */
export interface Gone {
  gkz: string
  name: string
  successor: string
}

export interface OfficialPlan {
  from: string | undefined
  populationDate: string | undefined
  /** What is new or differs, and those that end. */
  rows: GemeindeRow[]
  /** Kreise with another name. */
  kreise: KreisRow[]
  gone: Gone[]
  unchanged: number
  notes: string[]
  problems: Refusal[]
}

/** What the registry knows: its Kommunen and Kreise of all times. */
export interface KnownRegistry {
  gemeinden: readonly GemeindeRow[]
  kreise: readonly KreisRow[]
  today: string
}

/** A directory → what changes in the registry from a day on. Kreise that it does not have stay as they are. */
export function planOfficial(known: KnownRegistry, official: Official, settings: OfficialSettings): OfficialPlan {
  const from = settings.ab ?? official.asOf
  const problems = [...official.problems]
  const present = new Map(known.gemeinden.filter(({ valid_to }) => valid_to === null).map((one) => [one.gkz, one]))
  const dayProblem = problemOfDay(from, known.today)
  if (from === undefined || dayProblem !== undefined)
    return { ...nothing, from, problems: [...problems, { line: 1, sentence: dayProblem ?? '' }] }

  const presentKreise = new Set(known.kreise.filter(({ valid_to }) => valid_to === null).map(({ kreis }) => kreis))
  const kreise = planKreise(known.kreise, official.kreise, from)
  problems.push(...kreise.problems)
  const { populationDate, note } = populationDay(official, settings, present)
  const rows: GemeindeRow[] = []
  for (const one of official.gemeinden) {
    if (!presentKreise.has(one.gkz.slice(0, 3))) problems.push(unknownKreis(one))
    const before = present.get(one.gkz)
    const after = rowOf(one, before, from, populationDate)
    if (before !== undefined && isSame(before, after)) continue
    const later = knownAfter(known, one.gkz, from)
    if (later === undefined) rows.push(after)
    else problems.push(knownLater(one, later, from))
  }

  const listed = new Map(official.gemeinden.map((one) => [one.gkz, one]))
  const covered = new Set(official.gemeinden.map(({ gkz }) => gkz.slice(0, 3)))
  const ended = [...present.values()].filter(({ gkz, kreis }) => covered.has(kreis) && !listed.has(gkz))
  const added = official.gemeinden.filter(({ gkz }) => !present.has(gkz))
  const gone = ended.map((one) => ({
    gkz: one.gkz,
    name: one.name,
    successor: settings.nachfolge?.[one.gkz] ?? successorOf(one, added) ?? '',
  }))
  for (const one of ended) {
    const successor = gone.find(({ gkz }) => gkz === one.gkz)?.successor ?? ''
    if (one.valid_from >= from) problems.push(knownLater({ line: 1, column: '', gkz: one.gkz }, one, from))
    else if (!listed.has(successor)) problems.push(withoutSuccessor(one, successor))
    else rows.push({ ...one, valid_to: dayBefore(from) })
  }
  const missing = [...presentKreise].filter((kreis) => !covered.has(kreis)).sort()
  return {
    from,
    populationDate,
    rows,
    kreise: kreise.rows,
    gone,
    unchanged: official.gemeinden.length + ended.length - rows.length,
    notes: [...note, ...(missing.length === 0 ? [] : [missingKreise(missing)])],
    problems: problems.sort((a, b) => a.line - b.line),
  }
}

const nothing = { populationDate: undefined, rows: [], kreise: [], gone: [], unchanged: 0, notes: [] }

function problemOfDay(from: string | undefined, today: string): string | undefined {
  if (from === undefined)
    return 'In der Datei steht kein Gebietsstand. Bitte geben Sie an, ab welchem Tag die Änderungen gelten.'
  if (from > today)
    return `Der ${formatDate(from)} liegt in der Zukunft. Bitte lesen Sie die Datei ein, wenn die Änderungen gelten.`
  return undefined
}

/** The day of the inhabitants that are taken over, if any are: not those that are older than what is known. */
function populationDay(
  { populationDate, asOf }: Official,
  { stand }: OfficialSettings,
  present: ReadonlyMap<string, GemeindeRow>,
): { populationDate: string | undefined; note: string[] } {
  const day = stand ?? populationDate
  const newest = [...present.values()].reduce(
    (last, { population_date: one }) => (one !== null && one > last ? one : last),
    '',
  )
  if (day === undefined) {
    const which = asOf === undefined ? '' : ` Der Gebietsstand ${formatDate(asOf)} ist meist nicht ihr Tag.`
    return {
      populationDate: undefined,
      note: [`Einwohnerzahlen bleiben, wie sie sind: ihr Tag ist nicht angegeben.${which}`],
    }
  }
  if (day >= newest) return { populationDate: day, note: [] }
  const older = `Einwohnerzahlen bleiben, wie sie sind: Die der Datei sind vom ${formatDate(day)}, die des Verzeichnisses vom ${formatDate(newest)}.`
  return { populationDate: undefined, note: [older] }
}

function rowOf(
  { gkz, name, population }: OfficialGemeinde,
  before: GemeindeRow | undefined,
  from: string,
  populationDate: string | undefined,
): GemeindeRow {
  const inhabitants =
    populationDate === undefined || population === null
      ? { population: before?.population ?? null, population_date: before?.population_date ?? null }
      : { population, population_date: populationDate }
  return { gkz, name, kreis: gkz.slice(0, 3), ...inhabitants, valid_from: from, valid_to: null }
}

/** What is known of a time after a day: a row that begins later, else one that had not ended by then. */
function knownAfter({ gemeinden }: KnownRegistry, key: string, from: string): GemeindeRow | undefined {
  const own = gemeinden.filter(({ gkz, valid_from }) => gkz === key && valid_from !== from)
  return (
    own.find(({ valid_from }) => valid_from > from) ?? own.find(({ valid_to }) => valid_to !== null && valid_to >= from)
  )
}

const isSame = (a: GemeindeRow, b: GemeindeRow) =>
  a.name === b.name && a.population === b.population && a.population_date === b.population_date

const unknownKreis = ({ line, column, gkz }: OfficialGemeinde): Refusal => ({
  line,
  column,
  sentence: `Den Kreis ${gkz.slice(0, 3)} gibt es im Verzeichnis nicht. Bitte prüfen Sie den Schlüssel 08${gkz}.`,
})

const knownLater = (
  { line, column, gkz }: Pick<OfficialGemeinde, 'line' | 'column' | 'gkz'>,
  { valid_from, valid_to }: GemeindeRow,
  from: string,
): Refusal => ({
  line,
  column,
  sentence: `${gkz} hat im Verzeichnis schon eine Fassung ${
    valid_to === null ? `ab ${formatDate(valid_from)}` : `bis ${formatDate(valid_to)}`
  }, also nach dem ${formatDate(from)}. Bitte nennen Sie einen späteren Tag, oder nehmen Sie zuerst jene Datei zurück.`,
})

function withoutSuccessor({ gkz, name, population }: GemeindeRow, given: string): Refusal {
  const size = population === null ? '' : `, ${formatNumber(population)} Einwohner`
  const why =
    given === ''
      ? 'Bitte geben Sie an, worin sie aufgegangen ist.'
      : `Die Kommune ${given}, in der sie aufgegangen sein soll, auch nicht.`
  return { line: 1, sentence: `${gkz} ${name}${size} steht nicht mehr in der Datei. ${why}` }
}

const missingKreise = (missing: readonly string[]) =>
  missing.length === 1
    ? `Der Kreis ${missing[0]} kommt in der Datei nicht vor; dort ändert sich nichts.`
    : `${missing.length} Kreise kommen in der Datei nicht vor (${missing.join(', ')}); dort ändert sich nichts.`
