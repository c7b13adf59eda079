import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { waveNamed } from './known-wave.ts'
import { tellOutcome } from './tell-outcome.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'invite',
  summary: 'Schreiben mit Zugangscodes erzeugen, eines je Kommune, Person oder Stelle',
  usage:
    'WELLE --out DATEI [--format csv|pdf] [--codes DATEI] [--nur KREIS|GKZ|NUMMER …] [--neu GKZ|NUMMER …] [--alle-neu] [--ausgabe NUMMER] [--als KONTO]',
  details: [
    'csv (so auch ohne --format): eine Liste (UTF-8) für den eigenen Serienbrief, mit gkz, kommune und zugangscode, bei',
    'Integrationsmanager/-innen mit im_nummer und verbund, bei anderen mit kennung und empfaengername, verbund und verbundname',
    'oder kreis und kreisname; dahinter Link und Anschrift. pdf: fertige Schreiben',
    'nach DIN 5008 für alle, die eine Anschrift haben, nach Postleitzahl, für beidseitigen Druck.',
    'Die Codes stehen nur dieses eine Mal da; gespeichert werden sie als Prüfwert. Wer schon einen Code hat, bekommt keinen',
    'weiteren, außer mit --neu oder --alle-neu: Dann gilt der bisherige nicht mehr, und offene Sitzungen enden. Sind das mehr als 100',
    '(STICHTAG_TWO_ACCOUNTS_ABOVE), stimmt zuerst ein zweites Konto im Browser zu; danach schreibt --ausgabe die Datei.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    out: { type: 'string', value: 'DATEI', help: 'wohin geschrieben wird; die Datei darf es noch nicht geben' },
    format: { type: 'string', value: 'csv|pdf', help: 'Liste oder fertige Schreiben' },
    codes: { type: 'string', value: 'DATEI', help: 'die Codes getrennt hierhin; in --out steht dann keiner' },
    nur: {
      type: 'string',
      multiple: true,
      value: 'KREIS|GKZ|NUMMER',
      help: 'nur diese, soweit sie noch keinen Code haben (mehrfach möglich)',
    },
    neu: {
      type: 'string',
      multiple: true,
      value: 'GKZ|NUMMER',
      help: 'den Code dieser Kommune oder Person ersetzen (mehrfach möglich)',
    },
    'alle-neu': { type: 'boolean', help: 'die Codes aller ersetzen, oder aller, die --nur nennt' },
    ausgabe: { type: 'string', value: 'NUMMER', help: 'eine Ausgabe schreiben, die schon angelegt ist' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { out, format: form = 'csv', codes: codesOut, nur, neu: renewed, 'alle-neu': all = false } = values
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out die Datei für die Codes.')
    if (form !== 'csv' && form !== 'pdf') throw new UsageError('--format ist csv oder pdf.')
    if (renewed !== undefined && (nur !== undefined || all))
      throw new UsageError('--neu nennt selbst, wer gemeint ist; --nur und --alle-neu gehen nicht dazu.')
    const { ausgabe } = values
    if (ausgabe !== undefined && (all || [nur, renewed, values.format].some((one) => one !== undefined)))
      throw new UsageError('--ausgabe nennt selbst, wer gemeint ist und als was.')
    if (codesOut === out) throw new UsageError('--codes und --out müssen zwei Dateien sein.')
    const { listReceivers } = await import('../store/letter-receivers.ts')
    const { askedWave } = await import('../letters/find-asked.ts')
    const { chooseReceivers } = await import('../letters/choose.ts')
    const { whoGetsOne } = await import('../letters/letters-file.ts')
    const { writeIssue, writeLetters } = await import('../letters/write-letters.ts')
    const { openIssue } = await import('../letters/open-issue.ts')
    const { propose } = await import('../waves/approve.ts')
    const { codesThatEnd } = await import('../waves/letters-anew-act.ts')
    const { unitKinds } = await import('../../surveys/compile/unit-kinds.ts')
    await withContext(io, {}, async (context) => {
      const accountId = await actingAccount(context, values)
      const asked = await askedWave(context.db, id)
      const done = (count: number) =>
        io.print(
          `${count} Zugangscodes stehen in ${codesOut ?? out}. ` +
            'Bitte bewahren Sie die Datei sicher auf und löschen Sie sie nach dem Versand.',
        )
      if (ausgabe !== undefined) {
        const { issue, receivers } = await openIssue(context.db, { wave: id, number: ausgabe, accountId })
        if ((issue.letter === 'zugangscode') !== (codesOut !== undefined))
          throw new InputError(
            codesOut === undefined
              ? `In Ausgabe ${ausgabe} stehen die Codes getrennt. Bitte nennen Sie mit --codes die Datei dafür.`
              : `In Ausgabe ${ausgabe} stehen die Codes in den Schreiben; --codes geht nicht dazu.`,
          )
        const getting = whoGetsOne(issue.form, receivers)
        const order = { asked, form: issue.form, receivers: getting, out, codesOut, accountId }
        await writeIssue(context, order, issue)
        return done(getting.length)
      }
      const { none, many } = unitKinds[asked.unit]
      const everybody = await listReceivers(context.db, { wave: id, accountId })
      const only = renewed ?? nur
      const { chosen, strangers } = chooseReceivers(everybody, { only, anew: all || renewed !== undefined })
      const option = renewed === undefined ? '--nur' : '--neu'
      if (strangers.length > 0)
        throw new InputError(
          strangers.map((part) => `${option} ${part}: Mit dieser Kennung nimmt an ${id} ${none} teil.`),
        )
      if (chosen.length === 0) return io.print(`Alle ${many} der Welle haben schon einen Zugangscode.`)
      const receivers = whoGetsOne(form, chosen)
      const without = chosen.filter((receiver) => !receivers.includes(receiver))
      for (const { unit, name } of without) io.tell(`Ohne Anschrift, ausgelassen: ${unit} ${name}`)
      if (receivers.length === 0)
        throw new InputError(
          'Niemand davon hat eine Anschrift. Anschriften stehen im Verzeichnis: /intern/verzeichnis.',
        )
      if (context.config.twoAccounts && codesThatEnd(form, receivers) > context.config.twoAccountsAbove) {
        const letter = codesOut === undefined ? 'einladung' : 'zugangscode'
        const wanted = { letter, form, participants: receivers.map((receiver) => receiver.id) }
        const wave = await waveNamed(context.db, id)
        const outcome = await propose(context, { act: 'letters_anew', wave, asked: wanted, reason: '', by: accountId })
        tellOutcome(io, context.config, outcome)
        return io.tell(`Die Datei entsteht danach mit: stichtag invite ${id} --ausgabe NUMMER --out DATEI`)
      }
      await writeLetters(context, { asked, form, receivers, out, codesOut, accountId })
      done(receivers.length)
    })
  },
})
