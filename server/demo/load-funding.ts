import type { Db } from '../database/database.ts'
import { kreisName } from '../domain/kreis-name.ts'
import {
  storeDurchfuehrung,
  storeEinsaetze,
  storeEmpfaenger,
  storeFortbildungen,
  storeQualifikationen,
} from '../store/funding.ts'
import { everyEmpfaenger, everyImNummer } from '../store/funding-rows.ts'
import { presentGemeindenInVerbuende, presentKreise } from '../store/registry-rows.ts'
import { inventDurchfuehrung, inventEmpfaenger, inventPersons } from './invent-funding.ts'

/** Invented recipients, who carries it out, and where each person works, unless there are some already. */
export async function loadFunding(db: Db): Promise<void> {
  if ((await everyEmpfaenger(db)).length > 0) return
  const gemeinden = await presentGemeindenInVerbuende(db)
  const members = gemeinden.flatMap(({ gkz, name, population, valid_from, verbund, verbundName }) =>
    verbund === null
      ? []
      : [
          {
            gkz,
            name,
            population: population ?? 0,
            gemeinde_valid_from: valid_from,
            verbund,
            verbundName: verbundName ?? name,
          },
        ],
  )
  const kreise = (await presentKreise(db)).map((one) => ({ kreis: one.kreis, name: kreisName(one) }))
  const numbers = (await everyImNummer(db)).filter(({ valid_to }) => valid_to === null)
  const persons = inventPersons(numbers.map(({ im_nummer }) => im_nummer).sort())
  await db.transaction().execute(async (trx) => {
    await storeEmpfaenger(trx, inventEmpfaenger(members, kreise), { synthetic: true })
    await storeDurchfuehrung(trx, inventDurchfuehrung(members))
    await storeEinsaetze(trx, persons.einsaetze)
    await storeQualifikationen(trx, persons.qualifikationen)
    await storeFortbildungen(trx, persons.fortbildungen)
  })
}
