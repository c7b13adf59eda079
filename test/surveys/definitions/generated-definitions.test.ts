import fc from 'fast-check'
import t from 'tap'
import { Random } from '../../../server/demo/random.ts'
import { isClosed } from '../../../surveys/answer/cells.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { contentOf, rawOf } from '../../../surveys/answer/submission.ts'
import { pageReader } from '../../../surveys/answer/submitted-page.ts'
import type { Surroundings } from '../../../surveys/answer/surroundings.ts'
import { codebook } from '../../../surveys/codebook/codebook.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { isNumberType } from '../../../surveys/types/index.ts'
import { anyDefinition } from '../../support/any-definition.ts'
import { eislingen } from '../../support/surroundings.ts'
import { validAnswer } from '../../support/valid-answer.ts'

const cases = fc.record({ definition: anyDefinition, seed: fc.string() })
const runs = { numRuns: 300 }

const found = (instrument: Instrument, raw: Record<string, string>, around = eislingen) =>
  findingsOf(instrument, raw, readCells(instrument, raw, around), around)

/** Somebody who answered the same survey before. */
function cameBack(instrument: Instrument, seed: string): Surroundings {
  const then = readCells(instrument, validAnswer(instrument, new Random(`before ${seed}`)))
  const words = [...then].flatMap(([name, cell]) =>
    cell.state === 'given' && typeof cell.value !== 'number' ? [[name, cell.value] as const] : [],
  )
  return { ...eislingen, last: { wave: 'zuvor', title: '', stichtag: '', values: new Map(), words: new Map(words) } }
}

t.test('any valid definition compiles, and accepts a valid answer', async () => {
  fc.assert(
    fc.property(cases, ({ definition, seed }) => {
      const instrument = compile(definition)
      const raw = validAnswer(instrument, new Random(seed))
      return found(instrument, raw).length === 0
    }),
    runs,
  )
})

t.test('an answer is the same after it was sent, stored and taken out again', async () => {
  fc.assert(
    fc.property(cases, ({ definition, seed }) => {
      const instrument = compile(definition)
      const raw = validAnswer(instrument, new Random(seed))
      const sent = pageReader(instrument.variables)({ ...raw, _rev: '0', _umfang: 'felder' })
      if (sent === undefined) return false
      const stored = contentOf(instrument, readCells(instrument, sent.typed), [])
      const again = contentOf(instrument, readCells(instrument, rawOf(instrument, stored)), [])
      return JSON.stringify(again) === JSON.stringify({ ...stored, contact: {} })
    }),
    runs,
  )
})

t.test('whatever stands where nothing is asked, nothing of it is found or sent', async (t) => {
  let closed = 0
  let since = 0
  fc.assert(
    fc.property(cases, ({ definition, seed }) => {
      const instrument = compile(definition)
      const raw = validAnswer(instrument, new Random(seed))
      const around = cameBack(instrument, seed)
      const cells = readCells(instrument, raw, around)
      const sent = contentOf(instrument, cells, [])
      const names = [...cells].flatMap(([name, { state }]) => (state === 'notApplicable' ? [name] : []))
      closed += names.length
      since += instrument.filters.filter(({ beyond, variable }) => beyond && sent.answers[variable] === true).length
      const written = { ...raw, ...Object.fromEntries(names.map((name) => [name, 'Unsinn'])) }
      const again = contentOf(instrument, readCells(instrument, written, around), [])
      const kept = contentOf(instrument, readCells(instrument, rawOf(instrument, sent)), [])
      return (
        found(instrument, written, around).length === 0 &&
        JSON.stringify(again) === JSON.stringify(sent) &&
        JSON.stringify(kept.answers) === JSON.stringify(sent.answers)
      )
    }),
    runs,
  )
  t.ok(closed > 30, `${closed} fields were closed`)
  t.ok(since > 5, `${since} times because of the last wave`)
})

t.test('the codebook has one row for each column, and every name is unique', async () => {
  fc.assert(
    fc.property(anyDefinition, (definition) => {
      const names = codebook(compile(definition)).map(({ spalte }) => spalte)
      return new Set(names).size === names.length
    }),
    runs,
  )
})

/** A mistake that people make: what it does to an answer, and the check that must say so. Nothing where it does not apply. */
type Mistake = (instrument: Instrument, raw: Record<string, string>) => [typed: Record<string, string>, check: string][]

const mistakes: Record<string, Mistake> = {
  'a word for a number': ({ variables }) =>
    variables.filter(({ type }) => isNumberType(type)).map(({ name }) => [{ [name]: 'zwölf' }, `${name}_lesbar`]),
  'half a person': ({ variables }) =>
    variables.filter(({ type }) => type === 'count').map(({ name }) => [{ [name]: '1,5' }, `${name}_lesbar`]),
  'more than everything': ({ variables }) =>
    variables.filter(({ type }) => type === 'percent').map(({ name }) => [{ [name]: '101' }, `${name}_lesbar`]),
  'less than nothing': ({ variables }) =>
    variables.filter(({ type }) => isNumberType(type)).map(({ name }) => [{ [name]: '-1' }, `${name}_lesbar`]),
  'a number beside the flag that there is none': ({ variables }) =>
    variables.flatMap(({ name, flag }) =>
      flag === undefined ? [] : [[{ [name]: '1', [flag]: '1' }, `${flag}_allein`]],
    ),
  'parts above the total': ({ checks }) =>
    checks.flatMap((check) =>
      check.kind === 'sum' && 'variables' in check.right
        ? [[{ [check.left[0] ?? '']: '3', gesamt: '2' }, check.id] as [Record<string, string>, string]]
        : [],
    ),
  'shares that do not make 100': ({ checks }) =>
    checks.flatMap((check) =>
      check.kind === 'sum' && 'value' in check.right
        ? [[Object.fromEntries(check.left.map((name) => [name, '60'])), check.id] as [Record<string, string>, string]]
        : [],
    ),
  'everything and nothing': ({ checks }) =>
    checks.flatMap((check) =>
      check.kind === 'exclusive'
        ? [[{ [check.option]: '1', [check.others[0] ?? '']: '1' }, check.id] as [Record<string, string>, string]]
        : [],
    ),
  'something else without a name': ({ checks }) =>
    checks.flatMap((check) =>
      check.kind === 'other'
        ? [[{ [check.option]: check.code ?? '1', [check.text]: '' }, check.id] as [Record<string, string>, string]]
        : [],
    ),
  'too many boxes': ({ checks }) =>
    checks.flatMap((check) =>
      check.kind === 'chosen' && check.relation === 'atMost' && check.options.length > check.count
        ? [[Object.fromEntries(check.options.map((name) => [name, '1'])), check.id] as [Record<string, string>, string]]
        : [],
    ),
  'a place that is no Kommune': ({ variables }) =>
    variables.filter(({ type }) => type === 'gemeinden').map(({ name }) => [{ [name]: 'Atlantis' }, `${name}_bekannt`]),
}

for (const [name, mistake] of Object.entries(mistakes)) {
  t.test(`in any form, ${name} is found and said`, async (t) => {
    let applied = 0
    fc.assert(
      fc.property(cases, ({ definition, seed }) => {
        const instrument = compile(definition)
        const raw = validAnswer(instrument, new Random(seed))
        return mistake(instrument, raw).every(([typed, check]) => {
          const cells = readCells(instrument, { ...raw, ...typed })
          // What is not asked is no mistake of anybody.
          if (Object.keys(typed).some((name) => isClosed(cells, name))) return true
          applied += 1
          const finding = found(instrument, { ...raw, ...typed }).find((one) => one.check === check)
          return finding !== undefined && finding.message !== '' && !finding.message.includes('{')
        })
      }),
      runs,
    )
    t.ok(applied > 50, `tried ${applied} times`)
  })
}

t.test('a list sends only what stands in it', async () => {
  fc.assert(
    fc.property(cases, ({ definition }) => {
      const instrument = compile(definition)
      return instrument.variables
        .filter(({ type }) => type === 'choice' || type === 'flag')
        .every(
          ({ name }) =>
            pageReader(instrument.variables)({ [name]: 'erfunden', _rev: '0', _umfang: 'felder' }) === undefined,
        )
    }),
    runs,
  )
})
