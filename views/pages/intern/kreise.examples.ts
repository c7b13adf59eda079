import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

export const examples: Examples<'intern/kreise'> = {
  some: {
    frame: intern('Kreis', 'Kreis'),
    page: {
      kreise: [
        { href: '/intern/kreis/117', label: 'Landkreis Göppingen', note: '117' },
        { href: '/intern/kreis/118', label: hostile, note: '118' },
      ],
    },
  },
}
