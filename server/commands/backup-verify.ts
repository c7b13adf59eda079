import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { passphraseOf, passphraseOption } from '../backup/passphrase.ts'
import { unlessCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'
import { defineCommand } from './command.ts'
import type { Io } from './io.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'backup verify',
  summary: 'Eine Sicherung zur Probe einspielen und vergleichen',
  usage: 'DATEI [--passphrase-file DATEI]',
  details: [
    'Die Probe läuft in einer eigenen Datenbank, die danach gelöscht wird; die laufende bleibt unberührt. Verglichen werden die Zeilen',
    'jeder Tabelle, Zähler und Auslöser. Dass geprüft wurde, steht danach im Protokoll, wenn es hier eine Datenbank gibt.',
  ],
  arguments: { min: 1, max: 1 },
  options: { ...passphraseOption, json: { type: 'boolean', help: 'was geprüft wurde als JSON ausgeben' } },
  async run({ values, positionals: [file = ''] }, io) {
    const { verifyBackup } = await import('../backup/verify-backup.ts')
    const { readConfig } = await import('../boot/config.ts')
    const read = readConfig(io.env)
    if ('problems' in read) throw new InputError(read.problems)
    const passphrase = await passphraseOf(values['passphrase-file'], read.config)
    const { head, manifest, migrated } = await verifyBackup({ file, passphrase }, read.config.dataDir, io.tell)
    const sums = Object.values(manifest.tables)
    const found = {
      madeAt: head.madeAt,
      tables: sums.length,
      rows: sums.reduce((all, { rows }) => all + rows, 0),
      level: head.migrations.at(-1),
      migrated,
      hasSecret: manifest.beside.secret !== undefined,
    }
    if (values.json) io.json({ file, ...found })
    else {
      io.print(
        `Die Sicherung vom ${found.madeAt} lässt sich einspielen: ${found.tables} Tabellen, ${found.rows} Zeilen.`,
      )
      io.print(`Das Geheimnis (STICHTAG_SECRET) ist ${found.hasSecret ? 'enthalten' : 'NICHT enthalten'}.`)
    }
    if (await hasDatabase(read.config)) await note(io, found)
  },
})

/** A machine that only tries backups has none, and none is to be made there for the sake of a note. */
async function hasDatabase({ databaseUrl, dataDir }: { databaseUrl: string | undefined; dataDir: string }) {
  if (databaseUrl !== undefined) return true
  return (await stat(join(dataDir, 'postgres')).catch(unlessCode('ENOENT'))) !== undefined
}

async function note(io: Io, detail: Record<string, unknown>): Promise<void> {
  const { noteBackup } = await import('../store/backups.ts')
  await withContext(io, { asItIs: true, asOwner: true }, ({ db }) => noteBackup(db, 'backup_verified', detail))
}
