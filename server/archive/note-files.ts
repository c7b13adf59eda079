import { loadConcordances } from '../../surveys/concordance/load-concordances.ts'
import type { ExportedWave, Origin } from '../export/origin.ts'
import type { SiteOperator } from '../operator/site-operator.ts'
import { caveatsOf } from './caveats.ts'
import { methodNotes } from './method-notes.ts'
import type { PackedFile } from './package.ts'
import { readMe } from './read-me.ts'

interface Noted {
  name: string
  waves: readonly ExportedWave[]
  origin: Origin
  operator: SiteOperator
  comments: boolean
}

/** What has to be read before the data. */
export const noteFiles = ({ operator, ...of }: Noted): PackedFile[] => [
  {
    path: 'LIESMICH.md',
    holds: 'Was das Paket ist, wie man es zitiert und wer es nutzen darf',
    content: async () => readMe({ ...of, operator: operator.facts }),
  },
  {
    path: 'methodik.md',
    holds: 'Wie die Daten entstanden sind, mit allen Annahmen',
    async content() {
      const instruments = of.waves.map(({ instrument }) => instrument)
      return methodNotes(of.waves, caveatsOf(await loadConcordances(), instruments))
    },
  },
]
