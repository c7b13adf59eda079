import type { UnitKind } from '../../surveys/compile/unit-kinds.ts'
import type { RouteContext } from '../boot/context.ts'
import { fieldFacts } from '../store/field-participants.ts'
import { listWaves } from '../store/waves.ts'
import { type Standing, standingOf } from './standing.ts'

/** Where those of a Kreis stand in a wave; not what they answered, nor how far their drafts are. */
export interface WaveOfKreis {
  id: string
  title: string
  state: 'created' | 'open' | 'closed'
  /** Whom it asks. */
  unit: UnitKind
  participants: readonly { id: number; unit: string; name: string; state: Standing; isSettled: boolean }[]
}

/** The states of all waves that asked somebody in a Kreis for whom the account works. */
export async function kreisStates(
  { db, forms }: Pick<RouteContext, 'db' | 'forms'>,
  kreis: string,
  account: number,
): Promise<WaveOfKreis[]> {
  const found: WaveOfKreis[] = []
  for (const wave of await listWaves(db)) {
    if (wave.test) continue
    const own = (await fieldFacts(db, { wave: wave.id, account })).filter((one) => one.kreis === kreis)
    if (own.length === 0) continue
    const { instrument } = await forms.get({ ...wave, surveyVersion: wave.survey_version })
    found.push({
      id: wave.id,
      title: instrument.title,
      state: wave.state,
      unit: instrument.unit,
      participants: own.map((one) => ({
        id: one.id,
        unit: one.unit,
        name: one.name,
        state: standingOf(one, false),
        isSettled: one.revisions > 0 || one.standing !== null,
      })),
    })
  }
  return found
}
