import type { Register } from '../../surveys/reading/register.ts'
import type { Db } from '../database/database.ts'
import { kreisName } from '../domain/kreis-name.ts'
import { everyEmpfaenger } from './funding-rows.ts'

/** All Kommunen, Kreise, Antragsverbünde and numbers of Integrationsmanager/-innen that exist today, and all recipients, for checks and names. */
export async function readRegister(db: Db): Promise<Register> {
  const gemeinden = await db
    .selectFrom('gemeinde')
    .select(['gkz', 'name', 'population', 'population_date'])
    .where('valid_to', 'is', null)
    .execute()
  const verbuende = await db
    .selectFrom('verbund')
    .leftJoin('im_nummer', (join) =>
      join.onRef('im_nummer.verbund', '=', 'verbund.verbund').on('im_nummer.valid_to', 'is', null),
    )
    .select(['verbund.verbund', 'verbund.name'])
    .select(({ fn }) =>
      fn.agg<string[] | null>('array_agg', ['im_nummer']).filterWhere('im_nummer', 'is not', null).as('numbers'),
    )
    .groupBy('verbund.verbund')
    .execute()
  const members = await db
    .selectFrom('verbund_mitglied')
    .select(['verbund', ({ fn }) => fn.agg<string[]>('array_agg', ['gkz']).as('gkz')])
    .where('valid_to', 'is', null)
    .groupBy('verbund')
    .execute()
  const membersOf = new Map(members.map(({ verbund, gkz }) => [verbund, new Set(gkz)]))
  const kreise = await db.selectFrom('kreis').select(['kreis', 'name', 'typ']).where('valid_to', 'is', null).execute()
  const recipients = await everyEmpfaenger(db)
  return {
    gemeinden: new Map(
      gemeinden.map(({ gkz, name, population, population_date: day }) => [
        gkz,
        {
          name,
          ...(population === null ? {} : { einwohner: population }),
          ...(day === null ? {} : { einwohnerAm: day }),
        },
      ]),
    ),
    kreise: new Map(kreise.map(({ kreis, ...named }) => [kreis, kreisName(named)])),
    verbuende: new Map(
      verbuende.map(({ verbund, name, numbers }) => [
        verbund,
        { name, numbers: new Set(numbers), members: membersOf.get(verbund) ?? new Set() },
      ]),
    ),
    empfaenger: new Map(recipients.map(({ empfaenger, name }) => [empfaenger, name])),
  }
}

const keptFor = 60_000

/** Reads the register at most once a minute: it changes once a year, but an import shall show without a restart. */
export function registerReader(db: Db): () => Promise<Register> {
  let known: Promise<Register> | undefined
  let readAt = 0
  return () => {
    if (known !== undefined && Date.now() - readAt < keptFor) return known
    readAt = Date.now()
    known = readRegister(db)
    known.catch(() => {
      known = undefined
    })
    return known
  }
}
