import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { LetterIssuePage } from '../../page-data/letter-pages.ts'

const frame = intern('Ausgabe 12')
const href = '/intern/erhebungen/umfrage-1/einladungen/ausgaben/12'
const page: LetterIssuePage = {
  wave: {
    id: 'umfrage-1',
    title: 'Umfrage zur Lage der Geflüchteten vor Ort',
    href: '/intern/erhebungen/umfrage-1',
    synthetic: true,
  },
  lettersHref: '/intern/erhebungen/umfrage-1/einladungen',
  title: 'Ausgabe 12: Zugangscode allein',
  badge: { tone: 'warning', label: 'noch nicht bestätigt' },
  notice: '',
  error: '',
  facts: [
    { label: 'Schreiben', value: '1098' },
    { label: 'Angelegt', value: '24.11.2026, 10:31 Uhr, von k.meier' },
  ],
  warning: 'Damit enden 12 bisherige Zugangscodes. Wer ihn noch benutzt, muss auf das neue Schreiben warten.',
  leftOut: ['Donzdorf (117015)', hostile],
  steps: {
    download: {
      href: `${href}/datei`,
      label: 'Schreiben als PDF herunterladen',
      note: 'Nach Postleitzahl, für Umschläge mit Fenster.',
    },
    plainHref: `${href}/anschreiben`,
    file: 2,
    fileName: 'zugangscode-umfrage-1-ausgabe-12-2.pdf',
    confirmHref: `${href}/bestaetigung`,
    discardHref: `${href}/verwerfen`,
  },
}

export const examples: Examples<'intern/letter-issue'> = {
  waiting: { frame, page },
  refused: { frame, page: { ...page, error: hostile, leftOut: [], warning: '' } },
  settled: {
    frame,
    page: {
      ...page,
      badge: { tone: 'success', label: 'Codes gelten' },
      notice: 'Die Codes dieser Ausgabe gelten. Die Schreiben können zur Post.',
      warning: '',
      leftOut: [],
      steps: null,
    },
  },
}
