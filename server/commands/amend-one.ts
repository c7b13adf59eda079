import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'amend one',
  summary: 'Einen Wert einer Abgabe korrigieren; der angegebene bleibt stehen',
  usage:
    'WELLE GKZ|NUMMER VARIABLE --alt WERT --neu WERT --grund GRUND --quelle QUELLE [--bemerkung TEXT] [--als KONTO]',
  details: [
    'Leer heißt: kein Wert. --alt ist, was jetzt verwendet wird. Eine große Änderung gilt erst, wenn ein zweites Konto zustimmt.',
  ],
  arguments: { min: 3, max: 3 },
  options: {
    alt: { type: 'string', value: 'WERT', help: 'was jetzt verwendet wird' },
    neu: { type: 'string', value: 'WERT', help: 'was verwendet werden soll' },
    grund: {
      type: 'string',
      value: 'GRUND',
      help: 'Tippfehler, Einheit, Feld, Verständnis, Zählung, Nachmeldung, Sonstiges',
    },
    quelle: { type: 'string', value: 'QUELLE', help: 'Telefon, Schreiben, Register, Plausibilität' },
    bemerkung: { type: 'string', value: 'TEXT', help: 'was dazu zu sagen ist; wer geantwortet hat, liest es' },
    ...actingOption,
  },
  async run({ values, positionals: [id = '', unit = '', field = ''] }, io) {
    const { alt: was, neu: became, grund: reason, quelle: source, bemerkung: note = '' } = values
    if (was === undefined || became === undefined || reason === undefined || source === undefined)
      throw new UsageError('Bitte nennen Sie --alt, --neu, --grund und --quelle.')
    const { amendTyped } = await import('../amendments/amend.ts')
    const { openWave } = await import('../amendments/open-wave.ts')
    await withContext(io, {}, async (opened) => {
      const by = await actingAccount(opened, values)
      const { context, asked } = await openWave(opened, id)
      const typed = { unit, field, was, became, reason, source, note }
      const done = await amendTyped(context, asked, { typed: [typed], by })
      if ('faults' in done)
        throw new InputError([...done.faults.map(({ sentence }) => sentence), 'Nichts ist geändert.'])
      io.print(done.said)
    })
  },
})
