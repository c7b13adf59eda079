import { ownField, type UnitKind, unitKinds } from '../../surveys/compile/unit-kinds.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import { isPublished, readLock } from '../../surveys/definition/published.ts'
import { isDate } from '../../surveys/reading/dates.ts'
import type { Register } from '../../surveys/reading/register.ts'
import { dependsOnDay } from '../store/askable-units.ts'
import type { NewWave } from '../store/waves.ts'
import { readUnits, type UnitList } from './read-units.ts'

interface WaveWishes {
  id?: string | undefined
  fassung?: string | undefined
  stichtag?: string | undefined
  frist?: string | undefined
  participants?: UnitList | undefined
}

/** What is known of whom a wave can ask. */
export interface Known {
  register: Register
  /** The keys of all of a kind whom the register knows on a day. */
  unitsOn(kind: UnitKind, stichtag: string | null): Promise<string[]>
}

/** The wave that is wished for, or all that speaks against it. */
export async function planWave(
  survey: string,
  wishes: WaveWishes,
  { register, unitsOn }: Known,
): Promise<{ wave?: NewWave; problems: string[] }> {
  const problems: string[] = []
  const instrument = await loadInstrument(survey, wishes.fassung)
  if (instrument === undefined)
    return { problems: [`Den Fragebogen „${survey}“ gibt es so nicht. „stichtag survey list“ zeigt alle.`] }
  if (!isPublished(await readLock(), instrument)) {
    problems.push(
      `${survey} ${instrument.version} ist noch nicht veröffentlicht. Zuerst: stichtag survey publish ${survey}`,
    )
  }
  const id = wishes.id ?? survey
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(id))
    problems.push(`„${id}“ ist keine Kennung: Kleinbuchstaben, Ziffern und Bindestriche, höchstens 32 Zeichen.`)
  for (const [option, day] of [
    ['--stichtag', wishes.stichtag],
    ['--frist', wishes.frist],
  ] as const) {
    if (day !== undefined && !isDate(day))
      problems.push(`${option}: „${day}“ ist kein Tag. Tage werden geschrieben wie 2026-12-31.`)
  }
  const stichtag = wishes.stichtag ?? instrument.stichtag ?? null
  const frist = wishes.frist ?? instrument.frist
  if (stichtag !== null && frist < stichtag) problems.push(`Die Frist ${frist} liegt vor dem Stichtag ${stichtag}.`)
  const { many, none } = unitKinds[instrument.unit]
  const isDay = stichtag === null || isDate(stichtag)
  const everybody = isDay ? await unitsOn(instrument.unit, stichtag) : []
  if (isDay && everybody.length === 0)
    problems.push(
      `Das Verzeichnis kennt${dependsOnDay(instrument.unit) ? ' am Stichtag' : ''} keine ${many}. Zuerst: stichtag registry import`,
    )
  const listed =
    wishes.participants === undefined
      ? { participants: everybody, problems: [] }
      : readUnits(wishes.participants, instrument.unit, register)
  problems.push(...listed.problems)
  const askable = new Set(everybody)
  const strangers = isDay ? listed.participants.filter((unit) => !askable.has(unit)) : []
  problems.push(...strangers.map((unit) => `${wishes.participants?.name}: ${unit} war am Stichtag ${none}.`))
  if (problems.length > 0) return { problems }
  return {
    problems,
    wave: {
      id,
      survey,
      surveyVersion: instrument.version,
      surveyHash: instrument.hash,
      contactFields: instrument.contactFields,
      stichtag,
      frist,
      participants: listed.participants,
      unit: instrument.unit,
      ownField: ownField(instrument),
    },
  }
}
