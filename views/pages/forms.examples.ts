import { hostile, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { FormsPage } from '../page-data/form-pages.ts'

const begun: FormsPage['forms'][number] = {
  href: '/erhebung/umfrage-1/117015',
  waveTitle: 'Umfrage zur Lage der Geflüchteten vor Ort',
  unit: { label: 'Kommune', name: 'Donzdorf', note: 'GKZ 117015' },
  state: 'begonnen',
  filled: '12 von 140 Feldern',
  saved: 'zuletzt gespeichert um 14:03 Uhr',
  frist: 'Frist 08.02.2019, noch 12 Tage',
  receipt: null,
  step: { href: '/erhebung/umfrage-1/117015/abschnitt/sprache', label: 'Weiter mit „Sprachkenntnisse“' },
  synthetic: true,
}
const nothing: Omit<FormsPage, 'forms'> = {
  summary: '1 von 4 abgesendet, 2 begonnen, 1 leer',
  carriers: [],
  openHref: '/erhebung/oeffnen',
  next: '',
  code: '',
  kuerzel: 'KM',
  error: '',
  notice: '',
  retryMinutes: 0,
}
const receipt = { href: '/erhebung/umfrage-1/117042/quittung/B1', number: 'Q-7F3K-1' }

export const examples: Examples<'forms'> = {
  one: { frame: outside('Ihre Fragebögen'), page: { ...nothing, summary: '', forms: [begun] } },
  several: {
    frame: outside('Ihre Fragebögen'),
    page: {
      ...nothing,
      notice: 'Der Fragebogen ist hinzugekommen.',
      forms: [
        begun,
        {
          ...begun,
          unit: { label: 'Kommune', name: 'Salach', note: 'GKZ 117042' },
          state: 'abgesendet',
          receipt,
          step: null,
          synthetic: false,
        },
        { ...begun, unit: { label: hostile, name: hostile, note: hostile }, state: 'leer', saved: '' },
        { ...begun, waveTitle: hostile, state: 'Änderungen nicht abgesendet', receipt },
      ],
    },
  },
  carrier: {
    frame: outside('Ihre Fragebögen'),
    page: {
      ...nothing,
      summary: '',
      forms: [],
      carriers: [
        {
          id: 'umfrage-1-117000',
          name: 'Landkreis Göppingen',
          waveTitle: begun.waveTitle,
          synthetic: true,
          summary: '1 von 2 abgesendet, 1 begonnen',
          units: [
            {
              place: 'umfrage-1/117015',
              unit: begun.unit,
              state: 'begonnen',
              lines: [begun.frist, begun.filled, begun.saved],
              receipt: null,
              step: begun.step,
            },
            {
              place: 'umfrage-1/117042',
              unit: { label: 'Kommune', name: hostile, note: 'GKZ 117042' },
              state: 'abgesendet',
              lines: ['Frist 08.02.2019'],
              receipt: { href: '', number: 'Q-7F3K-1' },
              step: null,
            },
          ],
        },
        { id: 'umfrage-4-117000', name: hostile, waveTitle: hostile, synthetic: false, summary: '', units: [] },
      ],
    },
  },
  wrong: {
    frame: outside('Ihre Fragebögen'),
    page: { ...nothing, forms: [begun], next: hostile, code: '', kuerzel: hostile, error: hostile, retryMinutes: 15 },
  },
}
