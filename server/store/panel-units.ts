import type { Pool } from 'pg'
import type { PanelUnit } from '../../analysis/panel/unit.ts'
import { kreisName } from '../domain/kreis-name.ts'
import { withoutOrigin } from '../domain/pseudonym.ts'
import { unitJoins, unitName } from './asked-unit.ts'
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
    `select distinct on (p.unit) p.unit, coalesce(${unitName}, p.unit) as name, o.kreis, o.typ, o.name as "kreisName",
       o.regierungsbezirk, g.population as einwohner
     from (select distinct unit, gkz, gemeinde_valid_from, im_nummer, empfaenger, empfaenger_valid_from, verbund, kreis,
       kreis_valid_from, pseudonym from participant where wave_id = any($1)) p
     ${unitJoins('$2')}
     left join kreis_in($2) o on o.kreis = left(p.unit, 3)
     where o.kreis is not null or p.pseudonym is not null
     order by p.unit, g.valid_from desc nulls last, e.valid_from desc nulls last, k.valid_from desc nulls last,
       o.valid_from desc`,
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
