import { writeFile } from 'node:fs/promises'
import { assertFree } from '../backup/assert-free.ts'
import { passphraseOf, passphraseOption } from '../backup/passphrase.ts'
import { InputError } from '../errors/input-error.ts'
import { unwritable } from '../errors/unwritable.ts'
import { defineCommand, UsageError } from './command.ts'

export const command = defineCommand({
  name: 'backup form',
  summary: 'Einen einzelnen Fragebogen aus einer Sicherung ansehen',
  usage: 'DATEI GKZ|NUMMER --wave WELLE (--out DATEI.html | --json)',
  details: [
    'Zeigt Entwurf und Abgaben einer Kommune oder Person, wie sie in der Sicherung stehen, ohne Kontaktdaten. Die laufende Datenbank',
    'bleibt unberührt: Was gilt und was galt, lässt sich nebeneinander legen.',
  ],
  arguments: { min: 2, max: 2 },
  options: {
    wave: { type: 'string', value: 'WELLE', help: 'die Erhebung' },
    out: {
      type: 'string',
      value: 'DATEI.html',
      help: 'wohin die Seite geschrieben wird; es darf sie noch nicht geben',
    },
    json: { type: 'boolean', help: 'als JSON ausgeben' },
    ...passphraseOption,
  },
  async run({ values, positionals: [file = '', unit = ''] }, io) {
    const { wave, out, json = false } = values
    if (wave === undefined) throw new UsageError('Bitte nennen Sie mit --wave die Erhebung.')
    if ((out === undefined) === !json) throw new UsageError('Bitte nennen Sie entweder --out oder --json.')
    if (out !== undefined) await assertFree(out)
    const { readConfig } = await import('../boot/config.ts')
    const { formInBackup } = await import('../backup/form-in-backup.ts')
    const { formPage } = await import('../backup/form-page.ts')
    const read = readConfig(io.env)
    if ('problems' in read) throw new InputError(read.problems)
    const { config } = read
    const passphrase = await passphraseOf(values['passphrase-file'], config)
    const form = await formInBackup({ file, passphrase }, { wave, unit }, config.dataDir, io.tell)
    if (out === undefined) {
      const { instrument, submissions, ...rest } = form
      const survey = { id: instrument.id, version: instrument.version }
      return io.json({
        ...rest,
        survey,
        submissions: submissions.map(({ instrument: _, ...submission }) => submission),
      })
    }
    await writeFile(out, formPage(form), { flag: 'wx', mode: 0o600 }).catch((error) => {
      throw unwritable(out, error)
    })
    io.print(`Der Fragebogen von ${form.unit.name} (${wave}), wie er gesichert ist, steht in ${out}.`)
  },
})
