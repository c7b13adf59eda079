import { personsOn } from '../../analysis/qualifications/persons-on.ts'
import { type ToldQualifications, tellQualifications } from '../../analysis/qualifications/qualification-table.ts'
import type { Db } from '../database/database.ts'
import { everyEinsatz, everyFortbildung, everyQualifikation, isFundingSynthetic } from '../store/funding-rows.ts'
import { lastImport } from '../store/registry-imports.ts'

export interface QualificationsOn {
  day: string
  told: ToldQualifications
  /** The number of the file that was read into the register last; null where there is none. */
  registry: number | null
  synthetic: boolean
}

/** How the persons who work on a day are qualified, of all and by Kreis, as far as it may be told. */
export async function qualificationsOn(db: Db, day: string): Promise<QualificationsOn> {
  const persons = personsOn(day, {
    postings: await everyEinsatz(db),
    qualified: await everyQualifikation(db),
    trainings: await everyFortbildung(db),
  })
  return {
    day,
    told: tellQualifications(persons),
    registry: await lastImport(db),
    synthetic: await isFundingSynthetic(db),
  }
}
