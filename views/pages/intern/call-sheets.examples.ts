import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { CallSheetsPage } from '../../page-data/call-pages.ts'

const frame = intern('Gesprächsbogen umfrage-1', 'Rücklauf')

const sheet: CallSheetsPage['sheets'][number] = {
  unit: '117019',
  name: 'Eislingen/Fils',
  note: 'GKZ 117019',
  badge: { tone: 'info', label: 'begonnen' },
  kreis: 'Landkreis Göppingen',
  person: 'Jörg Müßig, Stadt Eislingen/Fils',
  carrier: 'Landkreis Göppingen',
  phone: { label: '07161 804-0', href: 'tel:071618040' },
  lastContact: '12.01.2019, Telefon, nicht erreicht',
  notes: [{ kind: 'Telefon', text: 'Zuständig ist jetzt das Hauptamt', who: 'k.meier', at: '12.01.2019, 09:41 Uhr' }],
  facts: [
    { label: 'Ausgefüllt', value: '12 von 140 Feldern' },
    { label: 'Frist', value: '08.02.2019' },
  ],
  sections: ['Sprachkenntnisse', 'Unterbringung'],
}
const page: CallSheetsPage = {
  id: 'umfrage-1',
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  waveHref: '/intern/erhebungen/umfrage-1',
  synthetic: true,
  listHref: '/intern/erhebungen/umfrage-1/anrufe',
  sheets: [sheet],
}

export const examples: Examples<'intern/call-sheets'> = {
  one: { frame, page },
  several: {
    frame,
    page: {
      ...page,
      synthetic: false,
      sheets: [
        sheet,
        { ...sheet, unit: '117026', person: '', carrier: '', phone: undefined, notes: [], sections: [] },
        { ...sheet, unit: '117042', name: hostile, person: hostile, sections: [hostile] },
      ],
    },
  },
}
