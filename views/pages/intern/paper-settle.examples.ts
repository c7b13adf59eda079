import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { PaperSettlePage } from '../../page-data/paper-pages.ts'

const frame = intern('Vergleichen', 'Papier')
const home = '/intern/erhebungen/umfrage-1'
const href = `${home}/papierboegen/117019`
const page: PaperSettlePage = {
  id: 'umfrage-1',
  waveHref: home,
  papersHref: `${home}/papierboegen`,
  href,
  unit: { label: 'Kommune', name: 'Donzdorf', note: 'GKZ 117019' },
  waveTitle: 'Umfrage zur Lage der Geflüchteten vor Ort',
  synthetic: true,
  settleHref: `${href}/abgleich`,
  lead: 'Beide Erfassungen sagen in allen 154 Feldern dasselbe.',
  rows: [],
  errors: [],
  signals: [],
  onlyOnline: '',
  isTypist: false,
}
const row: PaperSettlePage['rows'][number] = {
  name: 'zp_gesamt',
  number: 'F4',
  label: 'Zielpersonen',
  why: '',
  choices: [
    { value: '1', label: '1. Erfassung: 120', checked: false },
    { value: '2', label: `2. Erfassung: ${hostile}`, checked: true },
    { value: 'anders', label: 'etwas anderes, nämlich:', checked: false },
    { value: 'leer', label: 'lässt sich so nicht eintragen: leer lassen und vermerken', checked: false },
  ],
  other: hostile,
  hint: 'Möglich ist: ganze Zahl ab 0.',
}

export const examples: Examples<'intern/paper-settle'> = {
  same: { frame, page },
  unlike: {
    frame,
    page: {
      ...page,
      rows: [row, { ...row, name: 'zp_frauen', why: `„${hostile}“ ist keine Zahl.` }],
      errors: [
        { field: 'wahl.zp_gesamt-1', message: 'Bitte entscheiden Sie: F4 Zielpersonen.' },
        { field: 'papier', message: 'Bitte bestätigen Sie, dass er Ihnen vorliegt.' },
      ],
      signals: [hostile],
      onlyOnline: '3 Angaben stehen nur im Online-Fragebogen.',
      isTypist: true,
    },
  },
}
