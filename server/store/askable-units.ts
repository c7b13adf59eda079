import { type RawBuilder, sql } from 'kysely'
import type { UnitKind } from '../../surveys/compile/unit-kinds.ts'
import type { Db } from '../database/database.ts'

interface Askable {
  /** Of a participant, and of the rows: what keeps whom is asked. */
  columns: RawBuilder<unknown>
  /** Each with its `unit` too. */
  rows: RawBuilder<unknown>
}

/** Kommunen and persons are asked as they are today, all others as they are on the Stichtag. */
export const dependsOnDay = (kind: UnitKind): boolean => kind !== 'gemeinde' && kind !== 'integrationsmanager'

/** Whom the register knows of a kind, as rows of participants. */
export function askableUnits(kind: UnitKind, stichtag: string | null): Askable {
  const day = sql`coalesce(${stichtag}::date, (now() at time zone 'Europe/Berlin')::date)`
  const valid = sql`valid_from <= ${day} and coalesce(valid_to, 'infinity') >= ${day}`
  const kinds: Record<UnitKind, Askable> = {
    gemeinde: {
      columns: sql`gkz, gemeinde_valid_from`,
      rows: sql`select gkz as unit, gkz, valid_from as gemeinde_valid_from from gemeinde where valid_to is null`,
    },
    integrationsmanager: {
      columns: sql`im_nummer`,
      rows: sql`select im_nummer as unit, im_nummer from im_nummer where valid_to is null`,
    },
    zuwendungsempfaenger: {
      columns: sql`empfaenger, empfaenger_valid_from`,
      rows: sql`select empfaenger as unit, empfaenger, valid_from as empfaenger_valid_from from empfaenger where ${valid}`,
    },
    verbund: {
      columns: sql`verbund`,
      rows: sql`select distinct verbund as unit, verbund from verbund_mitglied where ${valid}`,
    },
    kreis: {
      columns: sql`kreis, kreis_valid_from`,
      rows: sql`select kreis as unit, kreis, valid_from as kreis_valid_from from kreis where ${valid}`,
    },
  }
  return kinds[kind]
}

/** Their keys. */
export async function unitsOn(db: Db, kind: UnitKind, stichtag: string | null): Promise<string[]> {
  const { rows } = await sql<{ unit: string }>`
    select unit from (${askableUnits(kind, stichtag).rows}) one order by unit`.execute(db)
  return rows.map(({ unit }) => unit)
}
