import { hostile, inside, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

const delivered = [
  {
    name: 'Stichtag',
    what: 'Das Programm selbst',
    licence: 'EUPL-1.2',
    text: '# Stichtag\n\nDiese Lizenz gilt.',
    german: true,
  },
  { name: hostile, what: 'Schrift der Seiten', licence: 'OFL-1.1', text: `Terms of ${hostile}`, german: false },
]

export const examples: Examples<'lizenzen'> = {
  outside: {
    frame: outside('Lizenzen'),
    page: { delivered, others: [{ licence: 'MIT', names: ['fastify', '@fastify/view', hostile] }] },
  },
  inside: { frame: inside('Lizenzen'), page: { delivered, others: [] } },
}
