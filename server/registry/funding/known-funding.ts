import type { Db } from '../../database/database.ts'
import {
  everyDurchfuehrung,
  everyEinsatz,
  everyEmpfaenger,
  everyImNummer,
  everyQualifikation,
} from '../../store/funding-rows.ts'
import { everyGemeinde, everyKreis, everyVerbund } from '../../store/registry-rows.ts'

/** What the registry knows that a file about grants and persons is held against. */
export async function readKnownFunding(db: Db) {
  return {
    gemeinden: await everyGemeinde(db),
    kreise: await everyKreis(db),
    verbuende: await everyVerbund(db),
    empfaenger: await everyEmpfaenger(db),
    durchfuehrung: await everyDurchfuehrung(db),
    einsaetze: await everyEinsatz(db),
    qualifikationen: await everyQualifikation(db),
    numbers: await everyImNummer(db),
  }
}

export type KnownFunding = Awaited<ReturnType<typeof readKnownFunding>>
