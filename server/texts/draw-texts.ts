import { drawSample } from '../../analysis/texts/drawing/draw-sample.ts'
import type { RouteContext } from '../boot/context.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { currentTexts } from '../store/texts/list-texts.ts'
import { addSample, drawnTexts } from '../store/texts/samples.ts'
import type { AskedTexts } from './asked-texts.ts'

interface Wanted {
  fields: readonly string[]
  seed: number
  share: number
  atLeast: number
  by: number | undefined
}

/** Draws texts that a second person is to code too; those that were drawn before stay. Says how many are new. */
export async function drawTexts(
  { db }: Pick<RouteContext, 'db'>,
  { wave, of }: Pick<AskedTexts, 'wave' | 'of'>,
  { fields, seed, share, atLeast, by }: Wanted,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const kept = await drawnTexts(trx, wave.id)
    const texts = (await currentTexts(trx, of, fields)).map(({ id, field }) => ({ text: String(id), question: field }))
    const keptNames = new Set([...kept].map(String))
    const drawn = drawSample(texts, { seed, share, atLeast, kept: keptNames }).map(Number)
    const fresh = drawn.filter((text) => !kept.has(text))
    if (fresh.length === 0) return 0
    await addSample(trx, { wave: wave.id, fields, seed, share, atLeast, texts: fresh, by })
    await noteStaff(trx, { action: 'texts_drawn', accountId: by, wave: wave.id, detail: { rows: fresh.length, seed } })
    return fresh.length
  })
}
