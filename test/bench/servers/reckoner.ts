/** Reckons without end and for nobody, with the priority of what computes: a control of the bench. */
import { setPriority } from 'node:os'

setPriority(19)
process.on('disconnect', () => process.exit())
const rows = Array.from({ length: 2_000 }, (_, index) => ({ key: `feld_${index}`, value: index * 37 }))
const atOnce = 5

function reckon(): void {
  for (let turn = 0; turn < atOnce; turn += 1) {
    const copy: typeof rows = JSON.parse(JSON.stringify(rows))
    copy.sort((a, b) => b.value - a.value)
  }
  setImmediate(reckon)
}
reckon()
