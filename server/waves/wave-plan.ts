import Papa from 'papaparse'
import { ownField, type UnitKind, unitKinds } from '../../surveys/compile/unit-kinds.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import { isPublished, readLock } from '../../surveys/definition/published.ts'
import { isDate } from '../../surveys/reading/dates.ts'
import { readGkz } from '../../surveys/reading/gkz.ts'
import { readImNumber } from '../../surveys/reading/im-number.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { NewWave } from '../store/waves.ts'

interface WaveWishes {
  id?: string | undefined
  fassung?: string | undefined
  stichtag?: string | undefined
  frist?: string | undefined
  participants?: { name: string; text: string } | undefined
}

/** The wave that is wished for, or all that speaks against it. */
export async function planWave(
  survey: string,
  wishes: WaveWishes,
  register: Register,
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
  const everybody = unitsOf(instrument.unit, register)
  if (everybody.length === 0)
    problems.push(`Das Verzeichnis kennt keine ${unitKinds[instrument.unit].many}. Zuerst: stichtag registry import`)
  const listed =
    wishes.participants === undefined
      ? { participants: everybody, problems: [] }
      : readParticipants(wishes.participants, instrument.unit, register)
  problems.push(...listed.problems)
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

function unitsOf(kind: UnitKind, { gemeinden, verbuende }: Register): string[] {
  return kind === 'gemeinde' ? [...gemeinden.keys()] : [...verbuende.values()].flatMap(({ numbers }) => [...numbers])
}

/** The keys or numbers of a CSV file with the column gkz or im_nummer; every faulty line is named. */
export function readParticipants(
  { name, text }: { name: string; text: string },
  kind: UnitKind,
  register: Register,
): { participants: string[]; problems: string[] } {
  const { key, one } = unitKinds[kind]
  const parsed = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase(),
  })
  if (!parsed.meta.fields?.includes(key))
    return { participants: [], problems: [`${name}: Zeile 1: Die Spalte „${key}“ fehlt.`] }
  const participants = new Set<string>()
  const problems = parsed.data.flatMap((row, index) => {
    const place = `${name}: Zeile ${index + 2}, Spalte ${key}`
    const read = readUnit(kind, row[key] ?? '', register)
    if ('problem' in read) return [`${place}: ${read.problem.message}`]
    if (participants.has(read.unit)) return [`${place}: ${read.unit} steht schon weiter oben.`]
    participants.add(read.unit)
    return []
  })
  if (participants.size === 0 && problems.length === 0) problems.push(`${name}: Die Datei nennt keine ${one}.`)
  return { participants: [...participants], problems }
}

function readUnit(
  kind: UnitKind,
  raw: string,
  register: Register,
): { unit: string } | { problem: { message: string } } {
  const read = kind === 'gemeinde' ? readGkz(raw, register) : readImNumber(raw, register)
  if ('problem' in read) return read
  return { unit: 'gkz' in read ? read.gkz : read.number }
}
