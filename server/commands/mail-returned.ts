import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'mail returned',
  summary: 'Meldungen über unzustellbare E-Mails einlesen: eine Datei oder ein Ordner mit .eml',
  usage: 'PFAD [--json] [--als KONTO]',
  details: ['Jede wird der E-Mail zugeordnet, von der sie spricht; dieselbe zweimal zu lesen schadet nicht.'],
  arguments: { min: 1, max: 1 },
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' }, ...actingOption },
  async run({ values, positionals: [path = ''] }, io) {
    const { readdir, readFile, stat } = await import('node:fs/promises')
    const { join } = await import('node:path')
    const { takenWords, takeReturned } = await import('../mail/take-returned.ts')
    const names = await stat(path)
      .then(async (found) =>
        found.isDirectory() ? (await readdir(path)).filter((name) => name.endsWith('.eml')) : [''],
      )
      .catch(() => {
        throw new InputError(`${path} lässt sich nicht lesen.`)
      })
    async function* files() {
      for (const name of names.toSorted())
        yield { name: name || path, bytes: await readFile(name === '' ? path : join(path, name)) }
    }
    await withContext(io, {}, async (context) => {
      const taken = await takeReturned(context.db, files(), await actingAccount(context, values))
      if (values.json) return io.json(taken)
      for (const sentence of takenWords(taken)) io.print(sentence)
    })
  },
})
