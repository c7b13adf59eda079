import t from 'tap'
import type { AnnexText } from '../../../analysis/texts/annex/annex-text.ts'
import { crossCategories } from '../../../analysis/texts/annex/cross-categories.ts'
import { crossedTable, whoCommentedTable } from '../../../analysis/texts/annex/figure-tables.ts'
import { whoCommented } from '../../../analysis/texts/annex/who-commented.ts'
import type { Category } from '../../../analysis/texts/codebook/category.ts'

const category = (key: string, parent: string | null = null): Category => ({
  ...{ key, parent, name: key.toUpperCase() },
  ...{ definition: '', example: '', counterExample: '' },
})
const codebook = [category('grund'), category('zeit', 'grund'), category('lob')]
const units = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_none, at) => `u${from + at}`)
const text = (unit: string, ...categories: string[]): AnnexText => ({
  ...{ id: `${unit}${categories.join()}`, source: 'zeit', unit },
  codings: categories.map((one) => ({ category: one, excerpt: null })),
})

t.test('categories beside an answer count units, however much they wrote', async (t) => {
  // Of u1–u10 with 'ja' 6 name a reason (3 of them time), 4 praise; of u11–u20 with 'nein' 7 a reason, 3 praise.
  const texts = [
    ...units(1, 3).map((unit) => text(unit, 'zeit')),
    ...units(1, 6).map((unit) => text(unit, 'grund')),
    ...units(7, 10).map((unit) => text(unit, 'lob')),
    ...units(11, 17).map((unit) => text(unit, 'zeit', 'grund')),
    ...units(18, 20).map((unit) => text(unit, 'lob')),
  ]
  const answerOf = (unit: string) => (Number(unit.slice(1)) <= 10 ? 'ja' : 'nein')
  const crossed = crossCategories({ texts, codebook, answers: ['ja', 'nein'], answerOf })
  t.strictSame(crossed, {
    answers: [
      { answer: 'ja', units: 10 },
      { answer: 'nein', units: 10 },
    ],
    rows: [
      { key: 'grund', name: 'GRUND', units: 13, byAnswer: [6, 7] },
      { key: 'zeit', name: 'ZEIT', units: 10, byAnswer: [3, 7] },
      { key: 'lob', name: 'LOB', units: 7, byAnswer: [4, 3] },
    ],
  })
  t.strictSame(crossedTable(crossed, { id: 'x', title: 'X', many: 'Kommunen' }).rows[1], ['GRUND', '13', '6', '7'])

  const few = crossCategories({
    texts: [...texts.filter(({ unit }) => unit !== 'u8' && unit !== 'u9'), text('u21', 'lob')],
    codebook,
    answers: ['ja', 'nein'],
    answerOf,
  })
  const lob = few.rows.find(({ key }) => key === 'lob')
  t.equal(lob?.byAnswer[0], 'verdeckt', 'two of eight praise')
  t.ok([lob?.units, lob?.byAnswer[1]].includes('verdeckt'), 'and they do not follow from the others')
  const [own] = few.rows[0]?.byAnswer ?? []
  t.equal(own, 'verdeckt', 'six of eight name a reason: that leaves the two')
  t.match(
    crossCategories({
      texts,
      codebook,
      answers: ['ja'],
      answerOf: (unit) => (unit === 'u9' ? undefined : answerOf(unit)),
    }).answers,
    [{ answer: 'ja' }, { answer: 'ohne Angabe', units: 11 }],
    'who gave none of the answers stands beside them',
  )
  const verbund = (unit: string) => `v${Number(unit.slice(1)) % 2}`
  t.strictSame(
    crossCategories({ texts, codebook, answers: ['ja', 'nein'], answerOf, behind: verbund }).rows.flatMap(
      ({ byAnswer }) => byAnswer,
    ),
    Array(6).fill('verdeckt'),
    'persons of two Verbünde',
  )
})

t.test('the share of those who commented, of all and by class', async (t) => {
  const classOf = (unit: string) => (Number(unit.slice(1)) <= 40 ? 'klein' : 'groß')
  const asked = (commented: readonly string[]) =>
    whoCommented({ answered: units(1, 60), commented: new Set(commented), classes: ['klein', 'groß'], classOf })
  const told = asked([...units(1, 10), ...units(41, 55)])
  t.strictSame(told.all, { title: 'alle', answered: 60, commented: 25, share: 2500 / 60 })
  t.strictSame(told.groups, [
    { title: 'klein', answered: 40, commented: 10, share: 25 },
    { title: 'groß', answered: 20, commented: 15, share: 75 },
  ])
  t.strictSame(whoCommentedTable(told, { by: 'Größe', many: 'Kommunen' }).rows, [
    ['alle', '60', '25', '41,7 %'],
    ['klein', '40', '10', '25,0 %'],
    ['groß', '20', '15', '75,0 %'],
  ])
  const hidden = asked([...units(1, 2), ...units(41, 55)])
  t.equal(hidden.all.commented, 17)
  t.match(hidden.groups, [
    { answered: 40, commented: 'verdeckt', share: 'verdeckt' },
    { answered: 20, commented: 'verdeckt', share: 'verdeckt' },
  ])
  t.match(asked(units(1, 59)).all, { commented: 'verdeckt', share: 'verdeckt' }, 'one did not')
})
