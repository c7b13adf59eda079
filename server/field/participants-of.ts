import type { AppContext } from '../boot/context.ts'
import type { ExportedWave } from '../export/origin.ts'
import { Forms } from '../forms/form.ts'
import { registerReader } from '../store/register.ts'
import { askedWave } from './asked-wave.ts'
import { type FieldParticipant, fieldParticipants } from './participants.ts'

/** The participants of a wave for a command; undefined where there is no such wave. */
export async function participantsOf(
  context: AppContext,
  id: string,
  account: number | undefined,
): Promise<{ wave: ExportedWave; participants: FieldParticipant[] } | undefined> {
  const needed = { ...context, forms: new Forms(), register: registerReader(context.db) }
  const asked = await askedWave(needed, id)
  if (asked === undefined) return undefined
  const { wave, form } = asked
  const { stichtag, synthetic } = wave
  return {
    wave: { wave: id, instrument: form.instrument, stichtag, synthetic },
    participants: await fieldParticipants(needed, wave, account),
  }
}
