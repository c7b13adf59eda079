import fc from 'fast-check'
import t from 'tap'
import { cardsOf } from '../../../surveys/answer/cards.ts'
import { type Finding, findingsOf } from '../../../surveys/answer/finding.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { published } from '../../support/published.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = await published('umfrage-1')
const countsOf = (question: string) =>
  instrument.questions
    .get(question)
    ?.variables.filter(({ type }) => type === 'count')
    .map(({ name }) => name) ?? []

/** Items that add up to a number: all in the first, 0 in the others. */
const adding = (question: string, total: number) =>
  Object.fromEntries(countsOf(question).map((name, index) => [name, index === 0 ? String(total) : '0']))

/** Everything about those with a plan, of whom there are so many. */
const sums = ['im_unterbringung', 'im_herkunft', 'im_geschlecht', 'im_alter', 'im_sprache']
const plan = (total: number) => Object.assign({}, ...sums.map((question) => adding(question, total)))

const find = (raw: Record<string, string>) => findingsOf(instrument, raw, readCells(instrument, raw), eislingen)
const cards = (raw: Record<string, string>) =>
  cardsOf(find(raw), instrument).map(({ cause, findings }) => [cause, findings.length])

t.test('a total that was typed wrong is one card', async (t) => {
  const raw = { ...plan(90), im_plan: '90', im_gesamt: '200' }
  t.strictSame(cards(raw), [])
  t.strictSame(cards({ ...raw, im_plan: '95' }), [['im_plan', sums.length]])
})

t.test('who counts all instead of those with a plan meets one card, and so does who leaves a total at 0', async (t) => {
  const most = ['im_kinder18', 'im_kinder6', 'im_alpha', 'im_kurs_bisher', 'im_oepnv', 'im_arbeit']
  const raw = { ...plan(60), ...Object.assign({}, ...most.map((one) => adding(one, 60))), im_gesamt: '60' }
  t.strictSame(cards({ ...raw, im_plan: '60' }), [])
  for (const total of ['40', '0']) {
    const [first, ...others] = cards({ ...raw, im_plan: total })
    t.strictSame(others, [], total)
    t.strictSame(first, ['im_plan', sums.length + most.length])
  }
})

t.test('of two fields that are in as many findings, the one that others are held against is the cause', async (t) => {
  const compare = (check: string) => ({
    check,
    severity: 'signal' as const,
    kind: 'compare' as const,
    questions: ['im_gesamt', 'zp_gesamt'],
    fields: ['im_gesamt', 'zp_gesamt'],
    values: {},
    message: '',
  })
  const [card] = cardsOf([compare('im_gesamt_hoechstens_zp'), compare('im_gesamt_hoechstens_zp')], instrument)
  t.equal(card?.cause, 'zp_gesamt')
})

t.test('errors are never laid together with signals, and stand before them', async (t) => {
  const raw = { zp_gesamt: '10', ...adding('zp_herkunft', 9), im_plan: 'viele' }
  const found = cardsOf(find(raw), instrument)
  t.strictSame(
    found.map(({ findings }) => findings.map(({ severity }) => severity)),
    [['error'], ['signal']],
  )
})

t.test(
  'whatever is found, each finding is on exactly one card, and what is on one card is about one field',
  async () => {
    const numbers = instrument.variables.filter(({ type }) => type === 'count').map(({ name }) => name)
    const answers = fc.dictionary(
      fc.constantFrom(...numbers),
      fc.oneof(fc.integer({ min: 0, max: 60 }).map(String), fc.constant('x')),
      { maxKeys: numbers.length },
    )
    fc.assert(
      fc.property(answers, (raw) => {
        const findings = find(raw)
        const laid = cardsOf(findings, instrument)
        const all = laid.flatMap((card) => card.findings)
        const isAbout = (cause: string | undefined, { fields }: Finding) =>
          cause !== undefined && fields.includes(cause)
        return (
          all.length === findings.length &&
          new Set(all).size === all.length &&
          laid.every((card) => card.findings.length === 1 || card.findings.every((one) => isAbout(card.cause, one))) &&
          laid.every((card) => new Set(card.findings.map(({ severity }) => severity)).size === 1)
        )
      }),
      { numRuns: 500 },
    )
  },
)
