import t from 'tap'
import { cutOffOf } from '../../../analysis/screening/cut-off.ts'
import { type Given, gather } from '../../../analysis/screening/gather.ts'
import { parameters } from '../../../analysis/screening/parameters.ts'
import { screen } from '../../../analysis/screening/screen.ts'
import type { Screened } from '../../../analysis/screening/screened.ts'
import { plantErrors } from '../../support/planted-errors.ts'
import { screenedWorld } from '../../support/screened-world.ts'

const world = await screenedWorld()
const { given, planted } = plantErrors(world)
const screened = gather({ ...world, given })
const queue = screen(screened, parameters)
const unitAt = (place: number) => screened.units[place]?.unit ?? ''
const places = 30

/** What each number adds up to. */
const totalsOf = (answers: ReadonlyMap<string, Given>, { variables }: Screened) =>
  new Map(
    variables.map(({ name }) => {
      const values = [...answers.values()].map((one) => one.answers[name])
      return [name, values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0)]
    }),
  )

/** The totals that are off by a share or more. */
function off(answers: ReadonlyMap<string, Given>, share: number): string[] {
  const truth = totalsOf(world.given, screened)
  return [...totalsOf(answers, screened)].flatMap(([name, total]) => {
    const right = truth.get(name) ?? 0
    return Math.abs(total - right) >= share * right && total !== right ? [name] : []
  })
}

t.test('ten planted errors among 700 answers are within the first 30 places', async (t) => {
  t.ok(given.size >= 700, `${given.size} answers`)
  t.equal(planted.length, 10)
  for (const { what, unit, wrong } of planted)
    for (const field of Object.keys(wrong)) {
      const place = queue.findIndex((one) => unitAt(one.unit) === unit && one.variable === field) + 1
      t.ok(place > 0 && place <= places, `${what}, ${field}: place ${place}`)
    }
})

t.test('who corrects in the order of the queue has totals within 1 % of the truth after them', async (t) => {
  t.ok(off(given, 0.01).length > 0, `before, these are off: ${off(given, 0.01)}`)
  const corrected = new Map(given)
  for (const { unit: place, variable } of queue.slice(0, places)) {
    const unit = unitAt(place)
    const own = corrected.get(unit)
    const right = world.given.get(unit)?.answers[variable]
    if (own !== undefined && right !== undefined)
      corrected.set(unit, { ...own, answers: { ...own.answers, [variable]: right } })
  }
  t.strictSame(off(corrected, 0.01), [])
})

t.test('size alone does not find them', async (t) => {
  const wrong = new Set(planted.flatMap((one) => Object.keys(one.wrong).map((field) => `${one.unit} ${field}`)))
  const all = screened.variables.flatMap(({ name, now }) =>
    now.flatMap((value, place) =>
      value === undefined
        ? []
        : [{ key: `${unitAt(place)} ${name}`, value, size: screened.units[place]?.einwohner ?? 0 }],
    ),
  )
  const found = (order: typeof all) => order.slice(0, places).filter(({ key }) => wrong.has(key)).length
  t.equal(found(all.toSorted((a, b) => b.size - a.size || b.value - a.value)), 0, 'the largest Kommunen')
  t.ok(found(all.toSorted((a, b) => b.value - a.value)) <= 2, 'the largest numbers')
})

t.test('behind the line all suspicion together changes no total by more than 2 %', async (t) => {
  const { places: line, behind, leftOver } = cutOffOf(queue, screened.variables, 0.02)
  t.ok(line >= 20 && line < queue.length / 10, `${line} places of ${queue.length}`)
  t.equal(line + behind, queue.length)
  const left = new Map<string, number>()
  for (const { variable, score } of queue.slice(line)) {
    const question = screened.variables.find(({ name }) => name === variable)?.question ?? ''
    left.set(question, (left.get(question) ?? 0) + score)
  }
  t.ok(Math.abs(Math.max(...left.values()) - leftOver) < 1e-12)
  t.ok(leftOver <= 0.02 && leftOver > 0.01)
  t.ok(cutOffOf(queue, screened.variables, 0.01).places > line, 'who wants to leave less looks at more')
  t.strictSame(cutOffOf([], [], 0.02), { places: 0, behind: 0, leftOver: 0 })
})
