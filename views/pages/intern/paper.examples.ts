import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { PaperPage } from '../../page-data/paper-pages.ts'

const frame = intern('Papier', 'Papier')
const home = '/intern/erhebungen/umfrage-1'
const href = `${home}/papierboegen/117019`
const page: PaperPage = {
  id: 'umfrage-1',
  waveHref: home,
  papersHref: `${home}/papierboegen`,
  href,
  unit: { label: 'Kommune', name: 'Donzdorf', note: 'GKZ 117019' },
  waveTitle: 'Umfrage zur Lage der Geflüchteten vor Ort',
  synthetic: true,
  notice: '',
  error: '',
  turns: [],
  dropHref: `${href}/verwerfen`,
  entryHref: `${href}/erfassen`,
  settleHref: '',
  waits: '',
  taken: [],
  address: [],
  participantHref: `${home}/teilnehmende/117019`,
  scans: [],
  uploadHref: `${href}/scan`,
  uploadHint: 'PDF, JPEG oder PNG, höchstens 20 MB.',
}

export const examples: Examples<'intern/paper'> = {
  blank: { frame, page },
  both: {
    frame,
    page: {
      ...page,
      error: 'Das ist kein vollständiges PDF, JPEG oder PNG.',
      entryHref: '',
      settleHref: `${href}/abgleich`,
      turns: [
        { title: '1. Erfassung', state: `fertig 14.01.2019, 14:03 Uhr, ${hostile}`, dropAct: '1' },
        { title: '2. Erfassung', state: 'fertig 14.01.2019, 15:10 Uhr, Sie', dropAct: '2' },
      ],
      scans: [
        { href: `${href}/scan/1`, deleteHref: `${href}/scan/1/loeschen`, label: hostile, note: '1,2 MB, f.eins' },
      ],
    },
  },
  taken: {
    frame,
    page: {
      ...page,
      notice: 'Die Antworten sind abgesendet.',
      entryHref: '',
      waits: 'Zwei Konten erfassen diesen Bogen.',
      taken: [
        {
          lead: '1. Fassung, eingegangen 14.01.2019: 120 Angaben, 3 waren verschieden erfasst.',
          receiptHref: `${home}/teilnehmende/117019/fragebogen/quittung/B1`,
          fileHref: `${home}/teilnehmende/117019/fragebogen/quittung/B1/datei`,
        },
      ],
      address: ['Stadt Donzdorf', hostile, '73072 Donzdorf'],
    },
  },
}
