import fc from 'fast-check'
import t from 'tap'
import { cleanText, isClean } from '../../../surveys/reading/clean-text.ts'

t.test('what cannot be kept is taken out or replaced, all else stays', (t) => {
  const cases: [string, string][] = [
    ['a\0b', 'ab'],
    ['\x01\x1b[2J\x7f\u009f', '[2J'],
    ['eine\vZeile\fund\u0085noch eine', 'eine Zeile und noch eine'],
    ['Tab\tZeile\r\nZeile\n', 'Tab\tZeile\r\nZeile\n'],
    ['\ud800', '\ufffd'],
    ['\udc00x\ud83d', '\ufffdx\ufffd'],
    ['🙂 ß „ł“ é', '🙂 ß „ł“ é'],
    ['12\u202e34\u2066\u2069', '1234'],
    ['\u200f שלום \u200e\u061c a\u200db', '\u200f שלום \u200e\u061c a\u200db'],
    ['\ufffe\uffff', '\ufffd\ufffd'],
  ]
  for (const [typed, kept] of cases) t.equal(cleanText(typed), kept, JSON.stringify(typed))
  t.end()
})

t.test('a clean text stays as it is, and is what files and PostgreSQL take', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const kept = cleanText(text)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: just these are meant
      return isClean(kept) && Buffer.from(kept).toString() === kept && !/[\0-\x08\x0e-\x1f\ufffe]/.test(kept)
    }),
    { seed: 5, numRuns: 2_000 },
  )
  t.end()
})
