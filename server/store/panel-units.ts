import type { Pool } from 'pg'
import type { PanelUnit } from '../../analysis/panel/unit.ts'
import { kreisName } from '../domain/kreis-name.ts'
import { withoutOrigin } from '../domain/pseudonym.ts'
import type { Snapshot } from './panel-answers.ts'

/** Whose origin is cut off has no Kreis. */
interface Row {
  unit: string
  name: string
  kreis: string | null
  typ: string | null
  kreisName: string | null
  regierungsbezirk: string | null
  einwohner: number | null
}

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
  const { rows } = await pool.query<Row>(
    `select distinct on (p.unit) p.unit, coalesce(g.name, v.name, p.unit) as name, k.kreis, k.typ, k.name as "kreisName",
       k.regierungsbezirk, g.population as einwohner
     from (select distinct unit, gkz, gemeinde_valid_from, im_nummer, pseudonym from participant where wave_id = any($1)) p
     left join gemeinde_in($2) g on g.gkz = p.gkz and g.valid_from = p.gemeinde_valid_from
     left join verbund_in($2) v on v.verbund = left(p.im_nummer, 6)
     left join kreis_in($2) k on k.kreis = left(p.unit, 3)
     where k.kreis is not null or p.pseudonym is not null
     order by p.unit, g.valid_from desc nulls last, k.valid_from desc`,
    [[...waves], state],
  )
  return rows.map(({ unit, name, einwohner, kreis, typ, kreisName: ofKreis, regierungsbezirk }) => ({
    unit,
    name,
    einwohner: einwohner ?? undefined,
    ...(kreis === null || typ === null || ofKreis === null || regierungsbezirk === null
      ? { kreis: 'ohne', kreisName: withoutOrigin, regierungsbezirk: withoutOrigin }
      : { kreis, kreisName: kreisName({ typ, name: ofKreis }), regierungsbezirk }),
  }))
}
