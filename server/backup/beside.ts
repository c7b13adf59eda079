import type { Config } from '../boot/config.ts'
import { keptSecret, putSecret } from '../boot/kept-secret.ts'
import { addToList, listName, readList } from '../persons/erasure-list.ts'

/** What lies beside the database as a file and belongs to it. */
export interface Beside {
  name: string
  /** Goes into a sealed backup only. */
  isSecret: boolean
  read(config: Config): Promise<string>
  /** Puts it back where a backup was restored for good, once the rows are there. Comes back with what is to be told. */
  putBack(content: string, config: Config): Promise<string[]>
}

const secret: Beside = {
  name: 'secret',
  isSecret: true,
  read: async ({ secret, dataDir }) => secret ?? (await keptSecret(dataDir)),
  async putBack(content, config) {
    await putSecret(config.dataDir, content)
    if (config.secret === undefined || config.secret === content)
      return ['Das Geheimnis (STICHTAG_SECRET) ist mit zurück.']
    return [
      'Achtung: STICHTAG_SECRET ist ein anderes als das Geheimnis der Sicherung. Damit gälten weder Zugangscodes noch Kennwörter.',
      `Das der Sicherung steht jetzt in ${config.dataDir}/secret. Bitte geben Sie es als STICHTAG_SECRET an, bevor der Server startet.`,
    ]
  },
}

/** What was erased since the backup was made is known where it comes back to, and what was erased before is known to it. */
const erasures: Beside = {
  name: listName,
  isSecret: false,
  read: ({ dataDir }) => readList(dataDir),
  async putBack(content, { dataDir }) {
    await addToList(dataDir, content.split('\n').filter(Boolean))
    return []
  },
}

/** All of it; what else lies there one day, and has to be there or be done again after a restore, is one line here. */
export const beside: readonly Beside[] = [secret, erasures]
