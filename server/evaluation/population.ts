import type { Clusters, Population } from '../../analysis/compare/population.ts'
import type { UnitKind } from '../../surveys/compile/unit-kinds.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { readMembers } from '../store/person-kommunen.ts'
import type { LoadedPanel } from './open-panel.ts'
import { participationIn } from './participation-in.ts'
import type { WaveSurvey } from './surveys.ts'

/** What figures can speak of, by the names that addresses and commands have for it. */
export const populations = {
  befragte: 'die Befragten selbst',
  prozess: 'ein Prozess dahinter, jede Einheit für sich',
  'prozess-verbund': 'ein Prozess dahinter, Verbünde für sich',
  'prozess-kreis': 'ein Prozess dahinter, Kreise für sich',
} as const
export type PopulationName = keyof typeof populations

/** All units of administration were asked, and are spoken of; persons come and go. */
export const defaultPopulation = (unit: UnitKind | undefined): PopulationName =>
  unit === undefined || unit === 'integrationsmanager' ? 'prozess' : 'befragte'

export function choosePopulation(name: string | undefined, unit: UnitKind | undefined): PopulationName {
  if (name === undefined) return defaultPopulation(unit)
  const found = (Object.keys(populations) as PopulationName[]).find((one) => one === name)
  if (found !== undefined) return found
  const known = Object.keys(populations).join(', ')
  throw new InputError(`Die Grundgesamtheit „${name}“ gibt es nicht. Möglich sind: ${known}.`)
}

interface Meant {
  db: Db
  surveys: readonly WaveSurvey[]
  loaded: LoadedPanel
  /** The units that are meant without the filters by answers. */
  frame: readonly number[]
}

/** Reads who was asked, or who hangs together with whom. */
export async function readPopulation(name: PopulationName, meant: Meant): Promise<Population> {
  if (name !== 'befragte') {
    const clusters = await clustersNamed(name, meant)
    return { kind: 'process', ...(clusters && { clusters }) }
  }
  const { db, surveys, loaded, frame } = meant
  const waves = surveys.map(({ wave }) => wave)
  const participation = await participationIn(db, waves, loaded)
  return { kind: 'asked', asked: new Map(participation.map(({ wave, asked }) => [wave, asked])), frame }
}

async function clustersNamed(
  name: Exclude<PopulationName, 'befragte'>,
  { db, surveys, loaded }: Meant,
): Promise<Clusters | undefined> {
  const { units, snapshot } = loaded
  if (name === 'prozess') return undefined
  if (name === 'prozess-kreis') return { name: 'kreis', many: 'Kreise', of: units.map(({ kreis }) => kreis) }
  const [survey] = surveys
  // The number of a person begins with that of its Verbund.
  if (survey?.instrument.unit === 'integrationsmanager')
    return { name: 'verbund', many: 'Verbünde', of: units.map(({ unit }) => unit.slice(0, 6)) }
  const day = survey?.stichtag ?? survey?.frist
  if (day === undefined) throw new InputError('Ohne Stichtag ist nicht bekannt, wer zu welchem Verbund gehörte.')
  const verbundOf = new Map(
    [...(await readMembers(db, day, snapshot))].flatMap(([verbund, members]) => members.map((one) => [one, verbund])),
  )
  const many = `Verbünde (am ${formatDate(day)}) und Kommunen ohne Verbund`
  return { name: 'verbund', many, of: units.map(({ unit }) => verbundOf.get(unit) ?? `ohne ${unit}`) }
}
