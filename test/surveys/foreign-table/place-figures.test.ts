import t from 'tap'
import type { Figure } from '../../../surveys/foreign-table/figure.ts'
import { knownPlaces } from '../../../surveys/foreign-table/known-places.ts'
import { placeFigures } from '../../../surveys/foreign-table/place-figures.ts'
import { suggestFields } from '../../../surveys/foreign-table/suggest-fields.ts'
import { meantField, targetFields } from '../../../surveys/foreign-table/target-fields.ts'
import { published } from '../../support/published.ts'

const fields = targetFields(await published('umfrage-1'))
const figure = (words: string, value: string, percent = false): Figure => ({
  ...{ words, value, percent },
  ...{ place: '', fault: '' },
})

t.test('a field is meant by what it is called, its name, its question or its label, if no other is', async (t) => {
  const name = (text: string) => meantField(fields, text)?.variable.name
  t.equal(name(' f4,  anzahl Zielpersonen in Kommune'), 'zp_gesamt')
  t.equal(name('F4'), 'zp_gesamt')
  t.equal(name('zp_status_andere'), 'zp_status_andere')
  t.equal(name('F5'), undefined, 'of many fields')
  t.equal(name('in privaten Wohnungen'), undefined, 'of F6 and F13')
  t.equal(name('kontakt_name'), undefined)
  t.equal(new Set([...fields.values()].map(({ called }) => called)).size, fields.size)
})

t.test('figures of a count are added up; shares and what the form refuses are told', async (t) => {
  const figures = [figure('m', '40'), figure('w', '20'), figure('Anteil', '5', true), figure('minus', '-3')]
  const place = (choice: Record<string, string>) => placeFigures(figures, new Map(Object.entries(choice)), fields)
  t.equal(place({ m: 'zp_gesamt', w: 'zp_gesamt' }).fields.get('zp_gesamt')?.text, '60')
  const wrong = place({ m: 'zp_gesamt', Anteil: 'zp_gesamt', minus: 'zp_status_andere' })
  t.match([...wrong.faults.keys()], ['Anteil', 'minus'])
  t.match(wrong.faults.get('Anteil'), /„5 %“ ist ein Anteil/)
  t.equal(wrong.fields.size, 0, 'nothing of a sum that one part of does not fit')
  const others = targetFields(await published('umfrage-2'))
  const [name = ''] = [...others].find(([, { variable }]) => variable.type !== 'count') ?? []
  const one = new Map([figures[0], figures[1]].map((each) => [each?.words ?? '', name]))
  t.match(placeFigures(figures, one, others).faults.get('w'), /mehrere Zahlen/)
})

t.test('only what is certain is suggested', async (t) => {
  const suggest = (...words: string[]) =>
    Object.fromEntries(
      suggestFields(
        words.map((one) => figure(one, '5')),
        fields,
        new Set(['zp_status_andere']),
      ),
    )
  t.strictSame(suggest('Duldung · Anzahl', 'Syrien', 'privaten Wohnungen', 'Andere', 'Gesamt'), {
    'Duldung · Anzahl': 'zp_status_duldung',
  })
  t.strictSame(suggest('Duldung · männlich', 'Duldung · weiblich'), {}, 'of two neither')
  t.strictSame(Object.keys(suggest('Duldung · männlich', 'Duldung · weiblich', 'Duldung · Gesamt')), [
    'Duldung · Gesamt',
  ])
})

t.test('what was said last holds; what is for others is known to be, and no more', async (t) => {
  const own = new Map([...fields].filter(([name]) => name === 'zp_gesamt'))
  const carried = [
    { words: 'a', field: 'zp_gesamt', unsure: false },
    { words: 'a', field: '', unsure: false },
    { words: 'b', field: 'zp_status_eu', unsure: false },
    { words: 'c', field: 'gone', unsure: false },
    { words: 'd', field: '', unsure: false },
  ]
  const { sure, elsewhere } = knownPlaces(carried, { all: fields, own })
  t.strictSame(Object.fromEntries(sure), { a: 'zp_gesamt', d: '' })
  t.strictSame([...elsewhere], ['b'])
})
