import { readDay } from '../../surveys/reading/typed-date.ts'
import type { NewWave } from '../store/waves.ts'
import { type Known, planWave } from './wave-plan.ts'

/** A wave as it is typed into its form. */
export interface TypedPlan {
  fragebogen: string
  kennung: string
  stichtag: string
  frist: string
  wer: string
  kreis: string
  frueher: string
  liste: string
}

interface Fault {
  field: string
  message: string
}

/** A day that somebody typed: `2026-12-31`, '' where nothing stands there, undefined where it cannot be read. */
export function typedDay(text: string): string | undefined {
  const read = readDay(text)
  if (read.state === 'given') return read.value
  return read.state === 'blank' ? '' : undefined
}

const dayWanted = 'Bitte geben Sie den Tag an, zum Beispiel 31.12.2026.'

/** The wave that is meant, or all that is wrong with it, field by field. */
export async function planTyped(
  typed: TypedPlan,
  { today, unitsOf, ...known }: Known & { today: string; unitsOf: (wave: string) => Promise<string[]> },
): Promise<{ wave?: NewWave; faults: Fault[] }> {
  const [survey = '', fassung] = typed.fragebogen.split(' ')
  const [stichtag, frist] = [typedDay(typed.stichtag), typedDay(typed.frist)]
  const faults: Fault[] = [
    ...(stichtag === undefined ? [{ field: 'stichtag', message: dayWanted }] : []),
    ...(frist ? [] : [{ field: 'frist', message: dayWanted }]),
    ...(frist && frist < today
      ? [{ field: 'frist', message: 'Diese Frist ist schon vorbei. Der früheste letzte Tag ist heute.' }]
      : []),
    ...(typed.wer === 'kreis' && !known.register.kreise.has(typed.kreis)
      ? [{ field: 'kreis', message: 'Bitte wählen Sie den Kreis.' }]
      : []),
    ...(typed.wer === 'frueher' && typed.frueher === ''
      ? [{ field: 'frueher', message: 'Bitte wählen Sie die frühere Erhebung.' }]
      : []),
  ]
  if (faults.length > 0 || !frist) return { faults }
  const plan = await planWave(
    survey,
    {
      id: typed.kennung.trim(),
      fassung,
      stichtag: stichtag || undefined,
      frist,
      ...(typed.wer === 'liste' ? { participants: { name: 'Liste', text: typed.liste } } : {}),
    },
    known,
  )
  if (plan.wave === undefined)
    return { faults: plan.problems.map((message) => ({ field: fieldOf(message, typed), message })) }
  const { wave } = plan
  const chosen = await choose(typed, wave.participants, unitsOf)
  if (chosen.length === 0)
    return {
      faults: [{ field: typed.wer === 'kreis' ? 'kreis' : 'frueher', message: 'Davon nimmt hier niemand teil.' }],
    }
  return { wave: { ...wave, participants: chosen }, faults: [] }
}

const fieldOf = (message: string, { kennung }: TypedPlan) =>
  message.startsWith(`„${kennung.trim()}“ ist keine Kennung`)
    ? 'kennung'
    : message.startsWith('Liste') || message.startsWith('Bitte füllen')
      ? 'liste'
      : message.startsWith('Die Frist')
        ? 'frist'
        : 'fragebogen'

/** Those of a Kreis begin with its key, whatever they are. */
async function choose(
  { wer, kreis, frueher }: TypedPlan,
  all: readonly string[],
  unitsOf: (wave: string) => Promise<string[]>,
) {
  if (wer === 'kreis') return all.filter((unit) => unit.startsWith(kreis))
  if (wer !== 'frueher') return all
  const before = new Set(await unitsOf(frueher))
  return all.filter((unit) => before.has(unit))
}
