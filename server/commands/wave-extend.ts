import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { waveNamed } from './known-wave.ts'
import { tellOutcome } from './tell-outcome.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'wave extend',
  summary: 'Die Frist einer Welle verlängern: für alle, einige oder eine',
  usage: 'WELLE --bis TAG (--nur GKZ|NUMMER … | --datei DATEI | --alle) --grund TEXT [--als KONTO]',
  details: [
    'TAG ist der letzte Tag für Antworten, bis 24 Uhr in Baden-Württemberg. DATEI ist eine CSV-Datei mit der Spalte gkz oder im_nummer.',
    'Eine Frist für alle ändert sich, sobald ein zweites Konto im Browser zustimmt, außer mit STICHTAG_TWO_ACCOUNTS=off.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    bis: { type: 'string', value: 'TAG', help: 'der neue letzte Tag, geschrieben wie 2026-12-31' },
    nur: { type: 'string', multiple: true, value: 'GKZ|NUMMER', help: 'für diese allein (mehrfach möglich)' },
    datei: { type: 'string', value: 'DATEI', help: 'für alle, die in dieser Datei stehen' },
    alle: { type: 'boolean', help: 'für alle' },
    grund: { type: 'string', value: 'TEXT', help: 'warum; er steht im Protokoll' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { bis: frist = '', nur, datei, alle = false, grund: reason = '' } = values
    if ([nur, datei, alle || undefined].filter((one) => one !== undefined).length !== 1)
      throw new UsageError('Bitte nennen Sie, für wen: --nur, --datei oder --alle.')
    const { propose } = await import('../waves/approve.ts')
    const { extendFor } = await import('../waves/extend-for.ts')
    const { readFile } = await import('node:fs/promises')
    const text =
      datei === undefined
        ? (nur ?? []).join('\n')
        : await readFile(datei, 'utf8').catch(() => {
            throw new InputError(`Die Datei ${datei} lässt sich nicht lesen.`)
          })
    await withContext(io, {}, async (context) => {
      const by = await actingAccount(context, values)
      const wave = await waveNamed(context.db, id)
      if (alle)
        return tellOutcome(
          io,
          context.config,
          await propose(context, { act: 'extend', wave, asked: { frist }, reason, by }),
        )
      const { faults, count } = await extendFor(context.db, {
        wave,
        frist,
        reason,
        list: { name: datei ?? '--nur', text },
        by,
      })
      if (faults.length > 0) throw new InputError(faults.map(({ message }) => message))
      io.print(`Frist bis ${frist} verlängert: ${count} ${count === 1 ? 'Teilnehmende/-r' : 'Teilnehmende'}.`)
    })
  },
})
