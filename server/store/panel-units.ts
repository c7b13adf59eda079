import type { Pool } from 'pg'
import type { PanelUnit } from '../../analysis/panel/unit.ts'
import { kreisName } from '../domain/kreis-name.ts'

/** Everybody who was asked in one of some waves, with what the register knows, in the order of their keys. */
export async function readUnits(pool: Pool, waves: readonly string[]): Promise<PanelUnit[]> {
  const { rows } = await pool.query<Omit<PanelUnit, 'einwohner'> & { einwohner: number | null; typ: string }>(
    `select distinct on (p.unit) p.unit, coalesce(g.name, v.name) as name, k.kreis, k.typ, k.name as "kreisName",
       k.regierungsbezirk, g.population as einwohner
     from participant p
     left join gemeinde g on g.gkz = p.gkz and g.valid_from = p.gemeinde_valid_from
     left join verbund v on v.verbund = left(p.im_nummer, 6)
     join kreis k on k.kreis = left(p.unit, 3)
     where p.wave_id = any($1)
     order by p.unit, g.valid_from desc, k.valid_from desc`,
    [[...waves]],
  )
  return rows.map(({ einwohner, typ, kreisName: name, ...unit }) => ({
    ...unit,
    kreisName: kreisName({ typ, name }),
    einwohner: einwohner ?? undefined,
  }))
}
