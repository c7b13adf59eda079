import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'query list',
  summary: 'Rückfragen einer Welle auflisten: offen, überfällig, beantwortet, abgeschlossen',
  usage: 'WELLE [--stand STAND] [--kreis SCHLÜSSEL] [--json] [--als KONTO]',
  details: ['Mit --json steht dabei, was gefragt und geantwortet wurde; das steht danach im Protokoll.'],
  arguments: { min: 1, max: 1 },
  options: {
    stand: { type: 'string', value: 'STAND', help: 'offen, ueberfaellig, beantwortet oder abgeschlossen; sonst alle' },
    kreis: { type: 'string', value: 'SCHLÜSSEL', help: 'nur in diesem Kreis, drei Ziffern' },
    json: { type: 'boolean', help: 'als JSON ausgeben' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { formatDate } = await import('../../surveys/reading/dates.ts')
    const { askedWave } = await import('../field/asked-wave.ts')
    const { Forms } = await import('../forms/form.ts')
    const { placeOf, writeAbout } = await import('../queries/about.ts')
    const { queryFilter, selectQueries, standingCodes } = await import('../queries/select-queries.ts')
    const { queryStandings, standingOfQuery } = await import('../queries/standing.ts')
    const { findQueries } = await import('../store/queries.ts')
    const { noteStaff } = await import('../store/staff-audit.ts')
    const { dayFromToday } = await import('../store/waves.ts')
    const { stand = '', kreis = '' } = values
    const codes = standingCodes.map(([code]) => code as string)
    if (stand !== '' && !codes.includes(stand))
      throw new UsageError(`--stand ${stand} gibt es nicht. Möglich sind: ${codes.join(', ')}.`)
    await withContext(io, {}, async (context) => {
      const { db } = context
      const account = await actingAccount(context, values)
      const asked = await askedWave({ db, forms: new Forms() }, id)
      if (asked === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const { instrument } = asked.form
      const today = await dayFromToday(db, 0)
      const all = await findQueries(db, { wave: id, account })
      const found = selectQueries(all, queryFilter.parse({ stand, kreis }), today)
      if (values.json) {
        await noteStaff(db, { action: 'queries_listed', accountId: account, wave: id, detail: { rows: found.length } })
        return io.json(
          found.map((query) => ({
            nummer: query.id,
            kennung: query.unit,
            zu: writeAbout(query.about),
            stand: queryStandings[standingOfQuery(query, today)],
            bis: query.dueOn,
            konto: query.account,
            eintraege: query.entries.map(({ kind, text, at, account: by, receipt }) => ({
              art: kind === 'asked' ? 'frage' : kind === 'answered' ? 'antwort' : 'abgabe',
              zeit: at.toISOString(),
              konto: by,
              text,
              quittung: receipt,
            })),
          })),
        )
      }
      for (const query of found) {
        const what = placeOf(query.about, instrument)?.label ?? query.about.name
        const standing = queryStandings[standingOfQuery(query, today)]
        const line = [`${query.id}  ${query.unit}: ${what}`, standing, `bis ${formatDate(query.dueOn)}`, query.account]
        io.print(line.filter(Boolean).join(', '))
      }
      io.tell(`${found.length} ${found.length === 1 ? 'Rückfrage' : 'Rückfragen'}.`)
    })
  },
})
