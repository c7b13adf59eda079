import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { PapersPage } from '../../page-data/paper-pages.ts'

const frame = intern('Papier', 'Papier')
const home = '/intern/erhebungen/umfrage-1'
const page: PapersPage = {
  id: 'umfrage-1',
  waveHref: home,
  href: `${home}/papierboegen`,
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  synthetic: true,
  keyLabel: 'Kommune',
  typed: '',
  error: '',
  rows: [],
  more: '',
}

export const examples: Examples<'intern/papers'> = {
  none: { frame, page },
  some: {
    frame,
    page: {
      ...page,
      typed: hostile,
      error: 'Diese Kommune wird in dieser Erhebung nicht gefragt.',
      rows: [
        { name: hostile, note: 'GKZ 117019', href: `${home}/papierboegen/117019`, state: 'einmal erfasst', scans: '2' },
        {
          name: 'Süßen',
          note: 'GKZ 117042',
          href: `${home}/papierboegen/117042`,
          state: 'eingegangen 02.02.2019',
          scans: '',
        },
      ],
      more: 'und 3 weitere',
    },
  },
}
