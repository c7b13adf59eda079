import t from 'tap'
import { personsOn } from '../../../analysis/qualifications/persons-on.ts'
import { loadFunding } from '../../../server/demo/load-funding.ts'
import { loadVerbuende } from '../../../server/demo/load-verbuende.ts'
import { importShippedRegistry } from '../../../server/registry/import-registry.ts'
import {
  everyDurchfuehrung,
  everyEinsatz,
  everyEmpfaenger,
  everyFortbildung,
  everyImNummer,
  everyQualifikation,
} from '../../../server/store/funding-rows.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { alone, landkreis } from '../../support/goeppingen.ts'

t.test(
  'an invented register of grants: as the report of Göppingen says, and from 2025 on the Kreise alone',
  async (t) => {
    const { db } = await freshDatabase(t)
    await importShippedRegistry(db)
    await loadVerbuende(db)
    await loadFunding(db)
    const world = async () => ({
      empfaenger: await everyEmpfaenger(db),
      durchfuehrung: await everyDurchfuehrung(db),
      postings: await everyEinsatz(db),
      qualified: await everyQualifikation(db),
      trainings: await everyFortbildung(db),
    })
    const before = await world()
    await loadFunding(db)
    t.strictSame(await world(), before, 'a second time nothing changes')

    const { empfaenger, durchfuehrung, postings } = before
    const on = <Row extends { valid_from: string; valid_to: string | null }>(rows: readonly Row[], day: string) =>
      rows.filter(({ valid_from, valid_to }) => valid_from <= day && (valid_to ?? day) >= day)
    const now = on(empfaenger, '2026-01-01')
    t.equal(now.length, 44)
    t.ok(now.every(({ art }) => art === 'kreis'))
    for (const day of ['2018-08-01', '2026-01-01']) {
      t.equal(on(durchfuehrung, day).length, 1101, `${day}: somebody for each Kommune`)
      const receiving = new Set(on(empfaenger, day).map((one) => one.empfaenger))
      t.ok(on(durchfuehrung, day).every((one) => receiving.has(one.empfaenger)))
      t.ok(on(postings, day).every((one) => receiving.has(one.empfaenger)))
    }
    const goeppingen = on(durchfuehrung, '2018-08-01').filter(({ gkz }) => gkz.startsWith('117'))
    t.strictSame(
      goeppingen.filter(({ wer }) => wer === 'selbst').map(({ gkz }) => gkz),
      alone,
    )
    t.ok(goeppingen.every(({ gkz, wer, durch }) => alone.includes(gkz) || (wer === 'kreis' && durch === landkreis)))
    const persons = personsOn('2026-01-01', before)
    t.equal(persons.length, (await everyImNummer(db)).length)
    t.ok(persons.every(({ hundredths }) => hundredths > 0 && hundredths <= 100))
    t.ok(personsOn('2019-01-01', before).length < on(postings, '2019-01-01').length, 'some work for two')
  },
)
