import t from 'tap'
import {
  commonWhy,
  type Lists,
  searchConcepts,
  summaryOf,
} from '../../../../server/http/pages/intern/search-concepts.ts'

const caveat = { label: 'gleich gefragt', tone: 'success', why: 'Dieselbe Frage.' } as const
const link = (name: string, label: string) => ({ href: `/x?variable=${name}`, name, label })
const lists: Lists = {
  concepts: [
    {
      numbers: 'F5 → F8',
      title: 'Rechtlicher Status',
      caveat,
      computed: [link('zp_duldung_anteil', 'Anteil mit Duldung')],
      items: [link('zp_status_duldung', 'Duldung'), link('zp_status_erlaubnis', 'Aufenthaltserlaubnis')],
    },
    {
      numbers: 'F8 → F11',
      title: 'Größe der Unterkünfte',
      caveat: { ...caveat, tone: 'warning' },
      computed: [],
      items: [],
    },
  ],
  single: [{ number: 'F6 in Welle 4', title: 'Weggezogene', caveat }],
  official: [{ ...link('einwohner', 'Einwohnerzahl'), sources: 'Destatis' }],
}
const found = (search: string) => searchConcepts(lists, search)

t.equal(found('  '), lists, 'no words: the whole list')
t.strictSame(
  found('duldung').concepts.map(({ computed, items, open }) => [computed.length, items.length, open]),
  [[1, 1, true]],
  'of a question only the items that were looked for, and at once',
)
t.equal(found('Rechtlicher status').concepts[0]?.items.length, 2, 'of a question that is meant itself, all')
t.equal(found('zp_status_erl').concepts[0]?.items[0]?.label, 'Aufenthaltserlaubnis', 'by the name in exports')
for (const typed of ['GRÖSSE', 'größe', 'grosse unterk'])
  t.equal(found(typed).concepts[0]?.title, 'Größe der Unterkünfte', typed)
t.equal(found('f8').concepts.length, 2, 'by number')
t.strictSame(
  [found('Duldung Unterkünfte'), found('wegg')].map(({ concepts, single }) => [concepts.length, single.length]),
  [
    [0, 0],
    [0, 1],
  ],
  'every word has to be there',
)
t.equal(found('einwohner').official.length, 1)

t.equal(
  summaryOf(lists, lists, ''),
  'Beide Wellen haben 2 Fragen gemeinsam; 1 davon ist gleich gefragt. In nur einer der beiden steht 1.',
)
t.equal(
  summaryOf(lists, found('Duldung'), ' Duldung '),
  'Zu „Duldung“ gibt es 1 Frage aus beiden Wellen, 0 aus nur einer und 0 amtliche Angaben.',
)
t.equal(commonWhy(lists.concepts), '', 'said of two, it stays with them')
t.equal(commonWhy([...lists.concepts, ...lists.concepts]), caveat.why)
