import { InputError } from '../errors/input-error.ts'
import { whyNotOpen } from '../operator/why-not-open.ts'
import { actingAccount } from './acting.ts'
import type { Io } from './io.ts'
import { withContext } from './with-context.ts'

/** Opens or closes a wave. A closed one may be opened again; what was submitted stays. */
export async function changeWaveState(
  io: Io,
  id: string,
  state: 'open' | 'closed',
  values: { als?: string | undefined },
): Promise<void> {
  const { findWave, setWaveState } = await import('../store/waves.ts')
  await withContext(io, {}, async (context) => {
    const { db, config } = context
    const by = await actingAccount(context, values)
    const wave = await findWave(db, id)
    if (wave === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
    const word = state === 'open' ? 'geöffnet' : 'geschlossen'
    if (wave.state === state) return io.print(`Welle ${id} ist schon ${word}.`)
    const reasons = state === 'open' && !wave.synthetic ? whyNotOpen(config.operator) : []
    if (reasons.length > 0) throw new InputError(reasons)
    await setWaveState(db, id, state, by)
    io.print(`Welle ${id} ist ${word}.`)
    if (state === 'open' && wave.ends_at < new Date()) {
      io.tell(`Achtung: Die Frist ${wave.frist} ist abgelaufen. Die Kommunen können lesen, aber nichts mehr absenden.`)
    }
  })
}
