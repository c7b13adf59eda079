import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import t from 'tap'
import { suggestGemeinden } from '../../../surveys/reading/gemeinde-names.ts'
import { gemeindenIn, gemeindenProblems, spellOutGemeinden } from '../../../surveys/reading/gemeinden.ts'
import type { Register } from '../../../surveys/reading/register.ts'

const rowsOf = (file: string) =>
  Papa.parse<Record<string, string>>(
    readFileSync(new URL(`../../../server/registry/${file}.csv`, import.meta.url), 'utf8'),
    { header: true, skipEmptyLines: true },
  ).data

/** All that there are, since a name that is close to few may be close to many. */
const register: Register = {
  gemeinden: new Map(rowsOf('gemeinden').map(({ gkz = '', name = '' }) => [gkz, { name }])),
  kreise: new Map(rowsOf('kreise').map(({ kreis = '', typ, name }) => [kreis, `${typ} ${name}`])),
  verbuende: new Map(),
}

const found = (typed: string) => suggestGemeinden(typed, register, 10).map(({ name }) => name)

t.test('the search finds names with a slip, and with umlauts written in any way', async (t) => {
  t.equal(found('salch')[0], 'Salach')
  t.equal(found('Salahc')[0], 'Salach')
  for (const typed of ['Göppingen', 'goeppingen', 'goppingen', 'GOPPING', 'göpp', 'Göpingen', 'gopingen'])
    t.equal(found(typed)[0], 'Göppingen', typed)
  t.equal(found('muhlacker')[0], 'Mühlacker')
  t.equal(found('Weisach')[0], 'Weissach', 'a letter is missing')
})

t.test('what is typed right is not mixed with what is only close', async (t) => {
  t.ok(found('sal').every((name) => /^Sal/i.test(name)))
  t.strictSame(found('Salach'), ['Salach'])
  t.strictSame(found('117042'), ['Salach'])
  t.strictSame(found('xyzxyz'), [])
  t.strictSame(found('s'), [])
})

t.test('every Kommune is found by its own name, also without umlauts', async (t) => {
  const lost = [...register.gemeinden].filter(([gkz, { name }]) => {
    const plain = name.normalize('NFD').replace(/\p{M}/gu, '')
    return [name, plain].some((typed) => !suggestGemeinden(typed, register, 10).some((one) => one.gkz === gkz))
  })
  t.strictSame(lost, [])
})

t.test('a line that can only mean one Kommune is spelled out', async (t) => {
  t.equal(
    spellOutGemeinden('salach\ngoppingen; 117019', register),
    '117042 Salach\n117026 Göppingen\n117019 Eislingen/Fils',
  )
  t.equal(spellOutGemeinden('salch', register), 'salch', 'a guess is no answer')
})

t.test('all wrong lines are told at once, with what was probably meant', async (t) => {
  const text = '117019 Eislingen/Fils\nsalch\nKirchheim\nAtlantis\n999999'
  const [problem, ...more] = gemeindenProblems(text, register)
  t.strictSame(more, [])
  const lines = problem?.message.split('\n') ?? []
  t.equal(
    lines[0],
    'Zeile 2: „salch“ ist keine Kommune in Baden-Württemberg. Meinen Sie 117042 (Salach, Landkreis Göppingen)?',
  )
  t.match(lines[1], /^Zeile 3: „Kirchheim“ .* Meinen Sie .*\(Kirchheim am Neckar, .* oder .*\(Kirchheim unter Teck, /)
  t.equal(lines[2], 'Zeile 4: „Atlantis“ ist keine Kommune in Baden-Württemberg.')
  t.equal(lines[3], 'Zeile 5: „999999“ ist keine Kommune in Baden-Württemberg.')
  t.equal(
    lines[4],
    'Bitte geben Sie je Zeile einen Namen oder eine sechsstellige Gemeindekennziffer ein.',
    'what to do is said once',
  )
  t.equal(problem?.suggestion, text.replace('salch', '117042 Salach'), 'the rest stays as it was typed')
  t.strictSame(gemeindenProblems('117019 Eislingen/Fils', register), [])
})

t.test('a key beside the name of another Kommune is asked about', async (t) => {
  t.equal(spellOutGemeinden('117042 Göppingen', register), '117042 Göppingen')
  t.strictSame(gemeindenProblems('117042 Göppingen', register), [
    {
      message:
        'Zeile 1: „117042 Göppingen“ nennt zwei Kommunen. Bitte geben Sie die ein, die gemeint ist: ' +
        '117042 (Salach, Landkreis Göppingen) oder 117026 (Göppingen, Landkreis Göppingen).',
    },
  ])
  for (const typed of [
    '117042 Salach',
    '117042 salach',
    '08117042 Gemeinde Salach',
    '117042 Salach im Filstal',
    '117042',
  ])
    t.equal(spellOutGemeinden(typed, register), '117042 Salach', typed)
})

t.test('only the wrong lines that are told are looked at closely, since that takes a while', async (t) => {
  const [problem] = gemeindenProblems(Array<string>(12).fill('salch').join('\n'), register)
  t.match(problem?.message, /Zeile 10: „salch“ .*Meinen Sie 117042 .*\nSo ist es auch mit 2 weiteren Zeilen\./)
  t.equal(problem?.suggestion, '117042 Salach\nsalch', 'the others come after these')
})

t.test('thousands of blanks take no longer to read than as many letters', async (t) => {
  const quickest = (text: string) =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const begin = performance.now()
        gemeindenIn(text)
        return performance.now() - begin
      }),
    )
  t.ok(quickest(`a${' '.repeat(9_000)}b`) < 50 * Math.max(quickest('a'.repeat(9_000)), 0.1))
})

t.test('of very many wrong lines the first are told', async (t) => {
  const [problem] = gemeindenProblems(Array.from({ length: 30 }, (_, line) => `Atlantis ${line}x`).join('\n'), register)
  const lines = problem?.message.split('\n') ?? []
  t.equal(lines.length, 12)
  t.equal(lines[10], 'So ist es auch mit 20 weiteren Zeilen.')
})
