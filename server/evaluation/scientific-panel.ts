import type { AppContext } from '../boot/context.ts'
import { anonymousTables } from '../export/scientific/anonymous-table.ts'
import { riskText } from '../export/scientific/risk-text.ts'
import { refuseHalf } from '../export/scientific/scientific-wave.ts'
import { refuseUnsafe } from '../export/scientific/who-gets.ts'
import type { Forms } from '../forms/form.ts'
import type { WantedData } from '../store/panel-answers.ts'
import { listWaves } from '../store/waves.ts'
import { openWaves } from './open-waves.ts'
import { panelTables } from './panel-tables.ts'

interface Wanted extends Pick<WantedData, 'state'> {
  waves: readonly string[]
  variables?: readonly string[]
  k: number
  isScoped: boolean
}

/** The file for science of a panel: who answered in which of its waves is one of the things that others know. */
export async function scientificPanel(
  context: Pick<AppContext, 'db' | 'pool' | 'keys'>,
  forms: Forms,
  { k, isScoped, ...wanted }: Wanted,
) {
  const { db, pool, keys } = context
  const { surveys } = await openWaves(db, forms, wanted.waves)
  const states = (await listWaves(db)).filter(({ id }) => wanted.waves.includes(id))
  refuseUnsafe({ waves: states, k, isScoped })
  const { tables, origin, units, official } = await panelTables(context, forms, wanted)
  await refuseHalf(pool, wanted.waves, origin.state)
  const [panel] = tables
  if (panel === undefined) throw new Error('a panel has a table')
  const unit = surveys[0]?.instrument.unit ?? 'gemeinde'
  const made = await anonymousTables(panel, { units, unit, k, key: keys.scientific, official })
  return { tables: made.tables, texts: made.tables.slice(0, 1).map((table) => riskText(table, made.report)), origin }
}
