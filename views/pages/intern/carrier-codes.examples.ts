import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { CarrierCodesPage } from '../../page-data/letter-pages.ts'

const frame = intern('Sammelzugang')
const href = '/intern/erhebungen/umfrage-1/einladungen/sammelzugang'
const page: CarrierCodesPage = {
  wave: {
    id: 'umfrage-1',
    title: 'Umfrage zur Lage der Geflüchteten vor Ort',
    href: '/intern/erhebungen/umfrage-1',
    synthetic: true,
  },
  lettersHref: '/intern/erhebungen/umfrage-1/einladungen',
  carriers: [
    { href: `${href}/117000`, title: 'Landkreis Göppingen', lines: ['117000', 'für 33 Kommunen', 'kein Sammelzugang'] },
    { href: `${href}/117019`, title: hostile, lines: ['117019', 'für eine Kommune', hostile] },
  ],
}

export const examples: Examples<'intern/carrier-codes'> = {
  some: { frame, page },
  none: { frame, page: { ...page, carriers: [] } },
}
