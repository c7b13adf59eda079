import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { RollUpPage } from '../../page-data/roll-up-pages.ts'

const frame = intern('Kennzahlen zum Integrationsmanagement 2024', '')
const root = '/intern/erhebungen/kennzahlen'
const shown = ['Erreichte Personen', 'Geführte Beratungsgespräche', 'Erstellte Integrationspläne']
const page: RollUpPage = {
  id: 'kennzahlen',
  title: 'Kennzahlen der Integrationsmanagerinnen und Integrationsmanager',
  waveHref: root,
  synthetic: true,
  year: '2024',
  warning: `Frist für die Übermittlung ist der 31.03.2025. ${hostile}`,
  top: {
    heads: ['Kennzahl', 'freigegeben'],
    rows: [
      [{ text: 'Erreichte Personen' }, { text: 'mindestens 4.210 aus 37 von 41' }],
      [{ text: 'Erstellte Integrationspläne' }, { text: '1.004 aus allen 41' }],
    ],
  },
  levels: [
    {
      id: 'kreis',
      many: 'Stadt- und Landkreise',
      table: {
        heads: ['Stadt- oder Landkreis', 'Stand', ...shown],
        rows: [
          [
            { text: hostile, href: `${root}/zusammenfuehrung/kreis/117` },
            { text: 'geändert seit der Freigabe' },
            { text: 'mindestens 4.210 aus 37 von 41' },
            { text: '11.500 aus allen 41' },
            { text: 'keine Angabe von 41' },
          ],
        ],
      },
    },
    { id: 'empfaenger', many: 'Zuwendungsempfänger', table: { heads: ['Zuwendungsempfänger', 'Stand'], rows: [] } },
  ],
  notes: ['Wer von mehreren Personen beraten wurde, zählt mehrfach.'],
}

export const examples: Examples<'intern/roll-up'> = {
  all: { frame, page },
  handedOver: { frame, page: { ...page, synthetic: false, warning: '', notes: [] } },
  scoped: { frame, page: { ...page, top: { heads: [], rows: [] } } },
}
