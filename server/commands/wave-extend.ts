import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { waveNamed } from './known-wave.ts'
import { tellOutcome } from './tell-outcome.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'wave extend',
  summary: 'Die Frist einer Welle verlängern: für alle, einige oder eine',
  usage: 'WELLE --bis TAG (--nur GKZ|NUMMER … | --datei DATEI | --alle) --grund TEXT [--ohne-mail] [--als KONTO]',
  details: [
    'TAG ist der letzte Tag für Antworten, bis 24 Uhr in Baden-Württemberg. DATEI ist eine CSV-Datei mit einer Spalte der Kennungen, z. B. gkz.',
    'Wer noch nicht abgesendet hat, bekommt die E-Mail „Verlängerung gewährt“ (stichtag mail templates), außer mit --ohne-mail.',
    'Eine Frist für alle ändert sich, sobald ein zweites Konto im Browser zustimmt, außer mit STICHTAG_TWO_ACCOUNTS=off.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    bis: { type: 'string', value: 'TAG', help: 'der neue letzte Tag, geschrieben wie 2026-12-31' },
    nur: { type: 'string', multiple: true, value: 'GKZ|NUMMER', help: 'für diese allein (mehrfach möglich)' },
    datei: { type: 'string', value: 'DATEI', help: 'für alle, die in dieser Datei stehen' },
    alle: { type: 'boolean', help: 'für alle' },
    grund: { type: 'string', value: 'TEXT', help: 'warum; er steht im Protokoll' },
    'ohne-mail': { type: 'boolean', help: 'keine E-Mail darüber' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { bis: frist = '', nur, datei, alle = false, grund: reason = '' } = values
    const mail = values['ohne-mail'] !== true
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
          await propose(context, { act: 'extend', wave, asked: { frist, mail }, reason, by }),
        )
      const list = { name: datei ?? '--nur', text }
      const result = await extendFor(context, { wave, frist, reason, list, mail, by })
      if (!('count' in result)) throw new InputError(result.faults.map(({ message }) => message))
      const { count, mails, waits } = result
      io.print(`Frist bis ${frist} verlängert: ${count} ${count === 1 ? 'Teilnehmende/-r' : 'Teilnehmende'}.`)
      if (mail)
        io.print(
          `E-Mails darüber: ${mails}${waits ? '; sie gehen, sobald ein zweites Konto im Browser zustimmt' : ''}.`,
        )
    })
  },
})
