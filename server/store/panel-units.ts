import type { Pool } from 'pg'
import type { PanelUnit } from '../../analysis/panel/unit.ts'
import { kreisName } from '../domain/kreis-name.ts'
import type { Snapshot } from './panel-answers.ts'

/**
 * Everybody who was asked in one of some waves, with what the register knew in a state of the data, in the order of
 * their keys. Who was asked is settled with the wave; one that was made after that state may ask Kommunen that the
 * register did not know then.
 */
export async function readUnits(
  pool: Pool,
  waves: readonly string[],
  { state }: Pick<Snapshot, 'state'>,
): Promise<PanelUnit[]> {
  const { rows } = await pool.query<Omit<PanelUnit, 'einwohner'> & { einwohner: number | null; typ: string }>(
    `select distinct on (p.unit) p.unit, coalesce(g.name, v.name, p.unit) as name, k.kreis, k.typ, k.name as "kreisName",
       k.regierungsbezirk, g.population as einwohner
     from (select distinct unit, gkz, gemeinde_valid_from, im_nummer from participant where wave_id = any($1)) p
     left join gemeinde_in($2) g on g.gkz = p.gkz and g.valid_from = p.gemeinde_valid_from
     left join verbund_in($2) v on v.verbund = left(p.im_nummer, 6)
     join kreis_in($2) k on k.kreis = left(p.unit, 3)
     order by p.unit, g.valid_from desc nulls last, k.valid_from desc`,
    [[...waves], state],
  )
  return rows.map(({ einwohner, typ, kreisName: name, ...unit }) => ({
    ...unit,
    kreisName: kreisName({ typ, name }),
    einwohner: einwohner ?? undefined,
  }))
}
