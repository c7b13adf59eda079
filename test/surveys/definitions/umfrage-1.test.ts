import t from 'tap'
import { isFilled, type Raw } from '../../../surveys/answer/cells.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import type { RelationCheck } from '../../../surveys/checks/check.ts'
import { outline } from '../../../surveys/codebook/outline.ts'
import { published } from '../../support/published.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = await published('umfrage-1')
const shown = outline(instrument)
const questions = shown.sections.flatMap((section) => section.questions)

t.test('F3 has 7 groups, an age, 5 kinds of accommodation, a time of arrival and criteria', async (t) => {
  const parts = questions.find(({ number }) => number === 'F3')?.parts
  t.strictSame(
    parts?.map(({ kind, options }) => [kind, options.length]),
    [
      ['choices', 7],
      ['text', 0],
      ['choices', 5],
      ['text', 0],
      ['longtext', 0],
    ],
  )
})

t.test('the names that researchers know', async (t) => {
  for (const name of ['zp_gesamt', 'zp_status_duldung', 'zp_status_nv', 'zp_status_kom', 'im_sprache_a']) {
    t.ok(instrument.variable.has(name), name)
  }
  t.ok(instrument.variable.get('kuerzel')?.contact)
})

const find = (raw: Raw) => findingsOf(instrument, raw, readCells(instrument, raw), eislingen)
const relations = instrument.checks.filter((check): check is RelationCheck => 'left' in check)

t.test('every sentence stands once', async (t) => {
  const written = new Set(relations.map(({ id, kind, message }) => (kind === 'within' ? message : `${id} ${message}`)))
  const messages = [...written].map((one) => one.replace(/^\S+ /, ''))
  t.equal(new Set(messages).size, messages.length)
})

t.test('answers that fit together have no findings', async (t) => {
  const raw: Record<string, string> = { gkz: '117019' }
  for (const { name, type } of instrument.variables) if (type === 'count') raw[name] = '0'
  t.strictSame(find(raw), [])
  t.ok(isFilled(readCells(instrument, raw), 'zp_gesamt'))
})
