import { keptText } from './texts.ts'
import type { Read, Type } from './type.ts'

const ticked: Read<true> = { state: 'given', value: true }
const blank: Read<true> = { state: 'blank' }

/** A box that is ticked or not. */
export const flag: Type<true> = {
  measure: 'flag',
  read: (raw) => (raw === '1' ? ticked : blank),
  kept: keptText,
  sends: (text) => text === '1',
  longest: 1,
  repeats: true,
  keys: 'text',
  field: () => '1',
  shown: () => 'angekreuzt',
  unit: '',
  label: 'Ankreuzfeld',
  values: '1 = angekreuzt; 0 = nicht angekreuzt',
  sql: 'boolean',
  column: {
    type: 'integer',
    values: [
      { code: 1, label: 'angekreuzt' },
      { code: 0, label: 'nicht angekreuzt' },
    ],
  },
  invent: (next) => (next() < 0.5 ? '1' : ''),
}
