import { formatDate } from '../../surveys/reading/dates.ts'
import type { AppContext } from '../boot/context.ts'
import { type AskedWave, askedWave } from '../field/asked-wave.ts'
import { type FieldParticipant, fieldParticipants } from '../field/participants.ts'
import type { Forms } from '../forms/form.ts'
import { placeOf } from '../queries/about.ts'
import type { One } from '../store/field-participants.ts'
import { registerReader } from '../store/register.ts'

/** Somebody whom one writes to: what the office knows of it, and the wave that it is about. */
export interface Addressee {
  participant: FieldParticipant
  wave: AskedWave['wave']
  /** Of the survey. */
  title: string
  /** What it is asked back and has not answered, in words. */
  queries: string[]
}

interface Wanted {
  wave: string
  /** Whoever looks: an account with a scope sees what is in it. */
  accountId?: number | null | undefined
  one?: One | undefined
}

/** The participants of a wave, or one of them, in the order of their units; none where there is no such wave. */
export async function addresseesOf(
  context: Pick<AppContext, 'db' | 'pool'> & { forms: Forms },
  { wave: id, accountId, one }: Wanted,
): Promise<Addressee[]> {
  const needed = { ...context, register: registerReader(context.db) }
  const asked = await askedWave(needed, id)
  if (asked === undefined) return []
  const { wave, form } = asked
  const found = await fieldParticipants(needed, wave, accountId ?? undefined, one)
  const { instrument } = form
  return found.map((participant) => ({
    participant,
    wave,
    title: instrument.title,
    queries: participant.queries.map(
      ({ dueOn, ...about }) => `${placeOf(about, instrument)?.label ?? about.name} (bis ${formatDate(dueOn)})`,
    ),
  }))
}
