import fc from 'fast-check'
import t from 'tap'
import { applyChange, applyChanges } from '../../../analysis/texts/codebook/apply-change.ts'
import { type Category, type Codebook, keyFor } from '../../../analysis/texts/codebook/category.ts'
import type { Change } from '../../../analysis/texts/codebook/change.ts'
import { readCodebookCsv, writeCodebookCsv } from '../../../analysis/texts/codebook/codebook-csv.ts'
import { readCodebookJson, writeCodebookJson } from '../../../analysis/texts/codebook/codebook-json.ts'
import { compareCodebooks } from '../../../analysis/texts/codebook/compare-codebooks.ts'
import { forward } from '../../../analysis/texts/codebook/forward.ts'

const category = (key: string, parent: string | null = null, more: Partial<Category> = {}): Category => ({
  key,
  name: key.toUpperCase(),
  parent,
  definition: '',
  example: '',
  counterExample: '',
  ...more,
})
const book: Codebook = [
  category('a'),
  category('a1', 'a'),
  category('a2', 'a'),
  category('b'),
  category('c'),
  category('c1', 'c'),
]

/** A codebook in short: `a(a1 a2) b`. */
function short(codebook: Codebook): string {
  const parts = (key: string) => codebook.filter(({ parent }) => parent === key).map((one) => one.key)
  return codebook
    .filter(({ parent }) => parent === null)
    .map(({ key }) => (parts(key).length === 0 ? key : `${key}(${parts(key).join(' ')})`))
    .join(' ')
}
const after = (...changes: Change[]) => {
  const changed = applyChanges(book, changes)
  return 'problem' in changed ? changed.problem : short(changed.codebook)
}

t.test('changes', async (t) => {
  const cases: [Change, string][] = [
    [{ kind: 'add', category: category('d') }, 'a(a1 a2) b c(c1) d'],
    [{ kind: 'add', category: category('a0', 'a'), before: 'a1' }, 'a(a0 a1 a2) b c(c1)'],
    [{ kind: 'move', key: 'c', parent: null, before: 'a' }, 'c(c1) a(a1 a2) b'],
    [{ kind: 'move', key: 'a1', parent: 'c' }, 'a(a2) b c(c1 a1)'],
    [{ kind: 'move', key: 'a2', parent: null }, 'a(a1) b c(c1) a2'],
    [{ kind: 'merge', keys: ['b', 'c'], into: 'a' }, 'a(a1 a2 c1)'],
    [{ kind: 'merge', keys: ['a1', 'b'], into: 'c1' }, 'a(a2) c(c1)'],
    [{ kind: 'split', key: 'b', into: [category('b'), category('x')] }, 'a(a1 a2) b x c(c1)'],
    [{ kind: 'split', key: 'a1', into: [category('x'), category('y')] }, 'a(x y a2) b c(c1)'],
    [{ kind: 'remove', key: 'b' }, 'a(a1 a2) c(c1)'],
  ]
  for (const [change, expected] of cases) t.equal(after(change), expected, JSON.stringify(change))
  const described = applyChanges(book, [
    { kind: 'rename', key: 'a1', name: 'Anders' },
    { kind: 'describe', key: 'a1', definition: 'd', example: 'e', counterExample: 'g' },
  ])
  t.match(described, {
    codebook: { 1: { key: 'a1', name: 'Anders', definition: 'd', example: 'e', counterExample: 'g' } },
  })
  const added = applyChange(book, { kind: 'add', category: category('b1', 'b') })
  const keys = 'codebook' in added && added.codebook.map(({ key }) => key)
  t.strictSame(keys, ['a', 'a1', 'a2', 'b', 'b1', 'c', 'c1'], 'each followed by its own')
  t.equal(after({ kind: 'rename', key: 'c1', name: 'A1' }), 'a(a1 a2) b c(c1)', 'elsewhere a name may be the same')
  t.equal(book[1]?.name, 'A1', 'the one given stays as it is')
})

t.test('changes that cannot be made say why', async (t) => {
  const cases: [Change, RegExp][] = [
    [{ kind: 'rename', key: 'z', name: 'x' }, /„z“ gibt es nicht/],
    [{ kind: 'merge', keys: ['a', 'z'], into: 'b' }, /„z“ gibt es nicht/],
    [{ kind: 'move', key: 'b', parent: null, before: 'z' }, /„z“ gibt es nicht/],
    [{ kind: 'rename', key: 'a', name: ' ' }, /Der Name fehlt/],
    [{ kind: 'rename', key: 'a1', name: 'A2' }, /„A2“ kommt an dieser Stelle mehrmals vor/],
    [{ kind: 'add', category: category('a') }, /„a“ kommt mehrmals vor/],
    [{ kind: 'add', category: category('Ä') }, /Schlüssel „Ä“ muss/],
    [{ kind: 'add', category: category('d', 'a1') }, /„a1“ ist selbst eine Unterkategorie/],
    [{ kind: 'add', category: category('d', 'z') }, /Oberkategorie „z“ gibt es nicht/],
    [{ kind: 'remove', key: 'a' }, /hat Unterkategorien/],
    [{ kind: 'move', key: 'a', parent: 'b' }, /hat selbst Unterkategorien/],
    [{ kind: 'move', key: 'b', parent: 'b' }, /unter sich selbst/],
    [{ kind: 'move', key: 'b', parent: null, before: 'b' }, /vor sich selbst/],
    [{ kind: 'split', key: 'b', into: [category('x')] }, /zwei oder mehr/],
    [{ kind: 'split', key: 'a', into: [category('x'), category('y')] }, /hat Unterkategorien/],
    [{ kind: 'split', key: 'b', into: [category('x'), category('a')] }, /„a“ kommt mehrmals vor/],
    [{ kind: 'merge', keys: ['b'], into: 'b' }, /mit einer anderen/],
    [{ kind: 'merge', keys: [], into: 'b' }, /mit einer anderen/],
    [{ kind: 'merge', keys: ['a'], into: 'a1' }, /geht nicht in ihrer Unterkategorie auf/],
    [{ kind: 'merge', keys: ['a'], into: 'c1' }, /hat Unterkategorien/],
  ]
  for (const [change, expected] of cases) t.match(after(change), expected, JSON.stringify(change))
  t.match(
    applyChanges(book, [
      { kind: 'remove', key: 'b' },
      { kind: 'remove', key: 'b' },
    ]),
    { problem: /„b“/ },
  )
})

t.test('older codings are mapped forward', async (t) => {
  const history: Change[] = [
    { kind: 'rename', key: 'a', name: 'Neu' },
    { kind: 'merge', keys: ['a1'], into: 'b' },
    { kind: 'split', key: 'b', into: [category('x'), category('y')] },
    { kind: 'move', key: 'a2', parent: null },
    { kind: 'remove', key: 'c1' },
  ]
  t.strictSame(forward('a', history), { keys: ['a'], open: false })
  t.strictSame(forward('a1', history), { keys: ['x', 'y'], open: true })
  t.strictSame(forward('a2', history), { keys: ['a2'], open: false })
  t.strictSame(forward('c1', history), { keys: [], open: false })
  const merged: Change = { kind: 'merge', keys: ['y'], into: 'x' }
  t.strictSame(forward('b', [...history, merged]), { keys: ['x'], open: false }, 'both halves are one again')
  t.strictSame(forward('b', [...history, { kind: 'remove', key: 'y' }]), { keys: ['x'], open: true }, 'x, or nothing')
  t.strictSame(forward('b', [{ kind: 'split', key: 'b', into: [category('b'), category('x')] }]), {
    keys: ['b', 'x'],
    open: true,
  })
})

t.test('versions compare', async (t) => {
  const changed = applyChanges(book, [
    { kind: 'rename', key: 'a', name: 'Neu' },
    { kind: 'move', key: 'a2', parent: 'c' },
    { kind: 'remove', key: 'b' },
    { kind: 'add', category: category('d') },
  ])
  const later = 'codebook' in changed ? changed.codebook : []
  const { added, removed, changed: different, reordered } = compareCodebooks(book, later)
  t.strictSame([added.map(({ key }) => key), removed.map(({ key }) => key)], [['d'], ['b']])
  t.strictSame(
    different.map(({ after: { key }, fields }) => [key, ...fields]),
    [
      ['a', 'name'],
      ['a2', 'parent'],
    ],
  )
  t.equal(reordered, false)
  t.strictSame(compareCodebooks(book, book), { added: [], removed: [], changed: [], reordered: false })
  const moved = applyChange(book, { kind: 'move', key: 'c', parent: null, before: 'a' })
  t.match(compareCodebooks(book, 'codebook' in moved ? moved.codebook : []), { changed: [], reordered: true })
})

t.test('keys', async (t) => {
  t.equal(keyFor('Ämter & Behörden (größere)', new Set()), 'aemter_behoerden_groessere')
  t.equal(keyFor('2. Säule', new Set()), 'saeule')
  t.equal(keyFor('???', new Set(['kategorie'])), 'kategorie_2')
  t.equal(keyFor('x'.repeat(50), new Set(['x'.repeat(32)])), `${'x'.repeat(30)}_2`)
})

const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((value) => value.trim())
const anyBook = fc
  .array(fc.record({ definition: text, example: text, counterExample: text, sub: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  })
  .map(
    (all): Codebook => [
      category('top'),
      ...all.filter(({ sub }) => sub).map(({ sub: _, ...texts }, at) => category(`s${at}`, 'top', texts)),
      ...all.filter(({ sub }) => !sub).map(({ sub: _, ...texts }, at) => category(`t${at}`, null, texts)),
    ],
  )

t.test('what is written is read again', async (t) => {
  fc.assert(
    fc.property(anyBook, (codebook) => t.strictSame(readCodebookJson(writeCodebookJson(codebook)), { codebook })),
    { numRuns: 60 },
  )
  fc.assert(
    fc.property(anyBook, (codebook) => t.strictSame(readCodebookCsv(writeCodebookCsv(codebook)), { codebook })),
    { numRuns: 60 },
  )
  const risky = [
    category('a', null, { definition: '=1+1', example: '- zwei\nZeilen; "so"', counterExample: "'wort" }),
    category('b', null, { example: 'a=1', definition: "'+49", counterExample: "''-" }),
  ]
  t.match(writeCodebookCsv(risky), /;'=1\+1;/)
  t.strictSame(readCodebookCsv(writeCodebookCsv(risky)), { codebook: risky })
})

t.test('a table from elsewhere', async (t) => {
  t.match(readCodebookCsv('Name,Oberkategorie\nWohnen,\nMiete,Wohnen\n'), {
    codebook: [
      { key: 'wohnen', name: 'Wohnen', parent: null, definition: '' },
      { key: 'miete', parent: 'wohnen' },
    ],
  })
  const cases: [string, object[]][] = [
    [
      'name;farbe;name\nA;;',
      [
        { line: 1, column: 'farbe' },
        { line: 1, column: 'name', sentence: /mehrmals/ },
      ],
    ],
    ['schluessel\na', [{ line: 1, sentence: /„name“ fehlt/ }]],
    [
      'name;definition\nA;"zwei\nZeilen"\n;ohne\nA;doppelt',
      [
        { line: 4, column: 'name', sentence: /fehlt/ },
        { line: 5, column: 'name', sentence: /mehrmals/ },
      ],
    ],
    [
      'name;oberkategorie\nA;B\nB;C',
      [
        { line: 2, column: 'oberkategorie', sentence: /„b“ ist selbst/ },
        { line: 3, column: 'oberkategorie', sentence: /„C“ gibt es nicht/ },
      ],
    ],
    ['name;definition\nA\n', [{ line: 2, sentence: /1 Felder, die Kopfzeile 2/ }]],
    ['name\n', [{ line: 1, sentence: /keine Kategorien/ }]],
    ['name;definition\nA;"offen\n', [{ line: 2, sentence: /Anführungszeichen/ }]],
  ]
  for (const [file, faults] of cases) {
    const read = readCodebookCsv(file)
    t.match(read, { faults }, file)
    t.equal('faults' in read && read.faults.length, faults.length)
  }
})

t.test('JSON from elsewhere', async (t) => {
  t.match(readCodebookJson('\uFEFF{"categories":[{"name":"Wohnen","subcategories":[{"name":"Miete"}]}]}'), {
    codebook: [{ key: 'wohnen' }, { key: 'miete', parent: 'wohnen' }],
  })
  const cases: [string, object[]][] = [
    ['{"categories": [', [{ line: 1, sentence: /kein gültiges JSON/ }]],
    ['', [{ line: 1, column: 1 }]],
    ['[]', [{ line: 1, column: 1, sentence: /„categories“/ }]],
    ['{"categories": []}', [{ sentence: /keine Kategorien/ }]],
    ['{"categories": [\n  "A"]}', [{ line: 2, column: 3 }]],
    [
      '{"categories": [\n {"name": 7, "name": "x", "farbe": ""}]}',
      [
        { line: 2, column: 14, sentence: /zum zweiten Mal/ },
        { line: 2, column: 27, sentence: /„farbe“ ist nicht bekannt/ },
        { line: 2, column: 11, sentence: /muss ein Text sein/ },
      ],
    ],
    [
      '{"categories": [\n {"name": "A", "key": "A!"},\n {"name": ""}]}',
      [
        { line: 2, column: 23, sentence: /Schlüssel „A!“/ },
        { line: 3, column: 11, sentence: /Name fehlt/ },
      ],
    ],
    [
      '{"categories": [{"name":"A","subcategories":[{"name":"B","subcategories":[{"name":"C"}]}]}]}',
      [{ column: 75, sentence: /zwei Ebenen/ }],
    ],
  ]
  for (const [file, faults] of cases) {
    const read = readCodebookJson(file)
    t.match(read, { faults }, file)
    t.equal('faults' in read && read.faults.length, faults.length, file)
  }
})
