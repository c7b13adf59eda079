import t from 'tap'
import type { RegionsDefinition, State } from '../../../schemas/regions.ts'
import { codebook } from '../../../surveys/codebook/codebook.ts'
import { checkRegions } from '../../../surveys/regions/check-regions.ts'
import { loadRegions } from '../../../surveys/regions/load-regions.ts'
import { published } from '../../support/published.ts'

const fourth = await published('umfrage-4')
const [regions] = (await loadRegions()) as [RegionsDefinition]
const stateOf = (name: string) =>
  regions.states.find((state) => state.name === name || state.also?.includes(name)) as State

/** Names of Unicode's list that are written differently, and what there is no citizenship of. */
const otherwise: Record<string, string> = {
  'Sonderverwaltungsregion Hongkong': 'Hongkong',
  'Sonderverwaltungsregion Macau': 'Macau',
  'Palästinensische Autonomiegebiete': 'Palästinensische Gebiete',
}
const noCitizenship =
  'AC AI AN AQ AS AW AX BL BM BQ BV CC CK CP CQ CW CX DG EA EU EZ FK FO GF GG GI GL GP GS GU HM IC IM IO JE KY MF MP MQ MS NC NF NU PF PM PN PR QO RE SH SJ SX TA TC TF TK UM UN VG VI WF XA XB YT ZZ EH QU'

t.test('the list of the project is in order', async (t) => {
  const text = JSON.stringify(regions)
  t.strictSame(checkRegions([{ file: 'laender.json', text }], [fourth]), {
    problems: [],
    checked: ['laender.json: 210 Staaten'],
  })
})

t.test('no state that Unicode knows is left out', async (t) => {
  const names = new Intl.DisplayNames('de', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => !noCitizenship.includes(code))
  // Of one state some former codes are known too, such as BU of Myanmar.
  const known = [...new Set(codes.flatMap((code) => names.of(code) ?? []))]
  t.ok(known.length > 190)
  t.strictSame(
    known.filter((name) => stateOf(otherwise[name] ?? name.replaceAll("'", '’')) === undefined),
    [],
  )
})

t.test('the first digit of the official key is the continent', async (t) => {
  const named = new Set(['syrien', 'afghanistan', 'irak', 'eritrea', 'somalia', 'nigeria', 'gambia', 'kamerun'])
  for (const { key, name, region } of regions.states) {
    const continent = { 0: 'europa', 1: 'europa', 2: 'afrika', 3: 'welt', 4: 'asien', 5: 'welt' }[key[0] ?? '']
    if (!named.has(region) && key < '900') t.equal(region, continent, name)
  }
  for (const [name, region] of [
    ['Georgien', 'asien'],
    ['Türkei', 'europa'],
    ['Elfenbeinküste', 'afrika'],
    ['Swasiland', 'afrika'],
    ['Staatenlos', 'welt'],
    ['Ungeklärt', 'unbekannt'],
    ['USA', 'welt'],
  ] as const)
    t.equal(stateOf(name).region, region, name)
  for (const name of ['Georgien', 'Türkei', 'Russland', 'Zypern', 'Palästina', 'Staatenlos', 'Ungeklärt'])
    t.ok(stateOf(name).assumed, `${name} is marked as doubtful`)
})

t.test('what is wrong is named', async (t) => {
  const faults: [change: (states: State[]) => void, message: RegExp][] = [
    [(states) => states.push({ key: '430', name: 'Noch eins', region: 'asien' }), /„430“ steht schon bei Georgien/],
    [(states) => states.push({ key: '700', name: 'Burma', region: 'asien' }), /„Burma“ steht schon bei Myanmar/],
    [(states) => Object.assign(states[5] as State, { region: 'amerika' }), /„amerika“ ist kein Posten/],
    [
      (states) =>
        states.splice(
          states.findIndex(({ name }) => name === 'Gambia'),
          1,
        ),
      /Zu „zp_herkunft_gambia“ gehört kein Staat/,
    ],
  ]
  for (const [change, message] of faults) {
    const states = regions.states.map((state) => ({ ...state }))
    change(states)
    const { problems } = checkRegions([{ file: 'x.json', text: JSON.stringify({ ...regions, states }) }], [fourth])
    t.ok(
      problems.some((problem) => message.test(problem.message)),
      String(message),
    )
  }
  const elsewhere = { ...regions, questions: [{ survey: 'umfrage-4', question: 'gibt_es_nicht' }] }
  t.match(checkRegions([{ file: 'x.json', text: JSON.stringify(elsewhere) }], [fourth]).problems, [
    { file: 'x.json', path: '/questions/0', message: /gibt_es_nicht/ },
  ])
})

t.test('the codebook names the states of a column', async (t) => {
  const rows = new Map(codebook(fourth).map((row) => [row.spalte, row.werte]))
  t.match(rows.get('zp_herkunft_asien'), /; dazu zählen nach der Ländereinteilung: .*Armenien, .*Georgien, /)
  t.notMatch(rows.get('zp_herkunft_syrien'), /dazu zählen/)
  t.notMatch(rows.get('zp_alter_ue25'), /dazu zählen/)
})

t.test('the look-up has every name once, in the order of the alphabet', async (t) => {
  const lines = [...(fourth.states.get('im_herkunft')?.letters ?? [])].flatMap(({ states }) => states)
  t.equal(lines.length, regions.states.flatMap(({ also = [] }) => [1, ...also]).length)
  t.match(
    lines.find(({ name }) => name === 'Burma'),
    { official: 'Myanmar', field: 'im_herkunft_asien', region: 'aus sonstigen asiatischen Staaten' },
  )
  t.ok(lines.findIndex(({ name }) => name === 'Ägypten') < lines.findIndex(({ name }) => name === 'Albanien'))
})
