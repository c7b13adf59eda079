import { readFile } from 'node:fs/promises'
import { openIntake } from '../../analysis/sources/intake.ts'
import { sha256 } from '../../surveys/definition/canonical.ts'
import { openCatalogue } from '../admindata/catalogue.ts'
import { copyLine } from '../admindata/copy-line.ts'
import { summaryOf } from '../admindata/summary.ts'
import type { Database } from '../database/database.ts'
import { findSame, insertBatch, letCount, takeTurn } from '../store/import-batches.ts'
import { compareStage, fillStage, openStage, settleSeries, storeStage } from '../store/observations.ts'
import { presentGemeinden } from '../store/registry-rows.ts'
import { readTerritory } from '../store/territory.ts'
import { inTransaction } from '../store/transaction.ts'
import { inventSeries } from './invent-series.ts'
import { readSeriesProfile } from './series-profile.ts'

const figuresInPiece = 5_000

/** Loads invented administrative figures as a batch that says so; once only. */
export async function loadSeries({ db, pool }: Database): Promise<void> {
  const text = await readFile(new URL('profiles/reihen.json', import.meta.url), 'utf8')
  const profile = readSeriesProfile(JSON.parse(text))
  const territory = await readTerritory(db)
  const gemeinden = await presentGemeinden(db)
  const kommunen = new Map(gemeinden.map(({ gkz, population }) => [gkz, population ?? 0]))
  const lines: string[] = []
  const intake = openIntake(await openCatalogue(), territory, {}, (observation) => lines.push(copyLine(observation)))

  async function* copyText(): AsyncGenerator<string> {
    for (const found of inventSeries(profile, kommunen)) {
      intake.sink.found(found)
      if (lines.length >= figuresInPiece) yield lines.splice(0).join('')
    }
    yield lines.splice(0).join('')
  }

  await inTransaction(pool, async (client) => {
    await takeTurn(client)
    const fileHash = sha256(text)
    if ((await findSame(client, fileHash, {})) !== undefined) return { keep: false, result: undefined }
    await openStage(client)
    await fillStage(client, copyText())
    await settleSeries(client, intake.series)
    const summary = summaryOf(intake.report, {
      lines: 0,
      changes: await compareStage(client),
      changed: [],
      uses: [],
    })
    const batch = await insertBatch(client, {
      fileName: 'reihen.json',
      fileHash,
      settings: {},
      format: 'demo',
      title: profile.title,
      source: profile.source,
      licence: profile.licence,
      asOf: null,
      synthetic: true,
      observations: intake.report.observations,
      report: summary,
    })
    await storeStage(client, batch)
    await letCount(client, batch)
    return { keep: true, result: undefined }
  })
}
