import { hostile, outside } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = outside('Zweiten Faktor einrichten')
const secret = 'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP'
const qr = { size: 29, path: 'M4 4h7v7h-7zM18 4h7v7h-7zM4 18h7v7h-7zM13 5h1v3h2v4h-3zM14 14h3v1h4v2h-6v5h-1z' }

export const examples: Examples<'intern/set-up'> = {
  first: { frame, page: { next: '', error: '', qr, secret } },
  refused: { frame, page: { next: hostile, error: hostile, qr, secret } },
}
