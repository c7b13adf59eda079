import { InputError } from '../errors/input-error.ts'
import { actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { wholeNumber } from './whole-number.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'person correct',
  summary: 'Einen Text über eine Person berichtigen',
  usage: 'TEXT --nummer NUMMER --neu TEXT --anliegen NUMMER --als KONTO --ausfuehren',
  details: [
    'Zeigt zuerst, was „person find“ findet, mit Nummern. Mit --ausfuehren wird der genannte Text überall berichtigt, wo er in seinem',
    'Formular steht: im Entwurf, in den Kontaktdaten, und was abgesendet ist als neue Fassung (Art. 16 DSGVO). Eine Anschrift, die gilt,',
    'wird im Adressbuch berichtigt. Das Anliegen ist dann erledigt.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    nummer: { type: 'string', value: 'NUMMER', help: 'welcher der gefundenen Texte' },
    neu: { type: 'string', value: 'TEXT', help: 'was dort stehen soll' },
    anliegen: { type: 'string', value: 'NUMMER', help: 'das Anliegen auf Berichtigung, wie /intern/personen es nennt' },
    ausfuehren: { type: 'boolean', help: 'berichtigen, nicht nur zeigen' },
    ...actingOption,
  },
  async run({ values, positionals: [term = ''] }, io) {
    if (term.trim().length < 2) throw new UsageError('Bitte nennen Sie mindestens zwei Zeichen.')
    const { nummer, neu, anliegen } = values
    const { findPerson, isNobody } = await import('../persons/find-person.ts')
    const { linesOf } = await import('../persons/describe-found.ts')
    const { managingAccount } = await import('../persons/managing-account.ts')
    const { readCorrections } = await import('../persons/read-corrections.ts')
    const { addressCorrectionFaults, addressPart } = await import('../persons/correct-addresses.ts')
    const { isFormText } = await import('../store/person-texts.ts')
    const { correctRequested } = await import('../persons/correct-requested.ts')
    const { Forms } = await import('../forms/form.ts')
    const { readRegister } = await import('../store/register.ts')
    await withContext(io, {}, async ({ db, config }) => {
      const found = await findPerson({ db, config }, term.trim())
      if (isNobody(found)) return io.print('Nichts gefunden, also auch nichts berichtigt.')
      if (values.ausfuehren !== true) {
        for (const line of linesOf(found)) io.print(line)
        return io.tell('Noch ist nichts berichtigt. Dazu: --nummer, --neu, --anliegen, --als und --ausfuehren.')
      }
      if (nummer === undefined || neu === undefined || anliegen === undefined)
        throw new UsageError('Bitte nennen Sie --nummer, --neu und --anliegen.')
      const chosen = found.texts[wholeNumber('--nummer', nummer) - 1]
      if (chosen === undefined) throw new InputError(`--nummer: Gefunden sind ${found.texts.length} Texte.`)
      const by = await managingAccount(db, values.als ?? config.actAs)
      const forms = new Forms()
      const part = addressPart(chosen)
      if (part === undefined && !isFormText(chosen))
        throw new InputError('--nummer: Berichtigen lassen sich Texte von Formularen und Anschriften, die gelten.')
      const said = { before: chosen.text, after: neu }
      const addresses = part === undefined ? [] : [{ ...part, ...said }]
      const typed = isFormText(chosen) ? [{ participantId: chosen.participantId, field: chosen.field, ...said }] : []
      const texts = await readCorrections({ db, forms, register: await readRegister(db) }, typed)
      for (const fault of [...texts.map((one) => one.fault), ...(await addressCorrectionFaults(db, addresses))])
        if (fault !== '') throw new InputError(`--neu: ${fault}`)
      const request = wholeNumber('--anliegen', anliegen)
      const done = await correctRequested({ db, forms }, { request, by, texts, initials: [], addresses })
      io.print(
        `Berichtigt. Entwürfe: ${done.drafts}, neue Fassungen: ${done.submissions}, abgesendete Kontaktdaten: ${done.contact}, Angaben im Adressbuch: ${done.addresses}.`,
      )
    })
  },
})
