import { readFile } from 'node:fs/promises'
import t from 'tap'
import { outline } from '../../../surveys/codebook/outline.ts'
import { published } from '../../support/published.ts'

/** What a printed question offers: its lists, what stands alone in them, what is to be named, and the flag. */
interface Printed {
  items?: string[]
  unknown?: string
  options?: string[]
  rows?: string[]
  scale?: string[]
  alone?: string[]
  named?: string[]
  flag?: true
}

const annex: Record<string, Record<string, Printed>> = JSON.parse(
  await readFile(new URL('../../reference/annex/printed.json', import.meta.url), 'utf8'),
)

type Shown = ReturnType<typeof outline>['sections'][number]['questions'][number]
interface Entry {
  label: string
  exclusive?: boolean
  other?: object | null
}

function offered({ kind, items, options, rows, scale, notAvailable }: Shown): Printed {
  const labels = (entries: Entry[]) => entries.map(({ label }) => label)
  const lists = {
    items: kind === 'counts' || kind === 'shares' ? labels(items.filter(({ unknown }) => !unknown)) : [],
    options: labels(options as Entry[]),
    rows: labels(rows as Entry[]),
    scale: labels(scale as Entry[]),
    alone: labels((options as Entry[]).filter(({ exclusive }) => exclusive)),
    named: labels(([...items, ...options, ...rows] as Entry[]).filter(({ other }) => other)),
  }
  const unknown = items.find((item) => item.unknown)?.label
  return {
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...(unknown === undefined ? {} : { unknown }),
    ...(notAvailable === null ? {} : { flag: true }),
  }
}

/** The questions in their order, as runs of numbers of one kind; and those that take no comment: contact data and remarks. */
const kinds: Record<string, [order: string, withoutComment: string[]]> = {
  'umfrage-1': [
    'F1 gkz, F2 text, F3 composite, F4 count, F5-F9 counts, F10-F12 count, F13-F16 counts, F17-F20 count, F21 counts, ' +
      'F22-F24 count, F25-F30 counts, F31 count, F32 longtext',
    ['F1', 'F2', 'F32'],
  ],
  'umfrage-2': [
    'F33 gkz, F34 kommune, F35 text, F36 choices, F37 count, F38 decimal, F39 choices, F40 count, F41 decimal, F42 choices, ' +
      'F43-F44 choice, F45-F46 choices, F47 matrix, F48 longtext',
    ['F35', 'F48'],
  ],
  'umfrage-3': [
    'F1 im_number, F2 gemeinden, F3 choice, F4 percent, F5-F6 shares, F7-F9 choice, F10-F11 decimal, F12 choices, ' +
      'F13-F14 matrix, F15-F16 choice, F17 choices, F18 choice, F19 choices, F20 choice, F21 matrix, F22-F24 choice, ' +
      'F25a choices, F25b choices, F25-F27 choices, F28 longtext',
    ['F28'],
  ],
  'umfrage-4': [
    'F1 gkz, F2 kommune, F3 text, F4 composite, F5-F7 count, F8-F12 counts, F13-F15 count, F16-F19 counts, F20-F23 count, ' +
      'F24 counts, F25-F26 count, F27-F28 counts, F29 longtext',
    ['F3', 'F29'],
  ],
}

const unfolded = (order: string) =>
  order.split(', ').flatMap((run) => {
    const [numbers = '', kind = ''] = run.split(' ')
    const [first = '', last] = numbers.split('-')
    if (last === undefined) return [[first, kind]]
    const [from, to] = [Number(first.slice(1)), Number(last.slice(1))]
    return Array.from({ length: to - from + 1 }, (_none, index) => [`F${from + index}`, kind])
  })

for (const [id, printed] of Object.entries(annex)) {
  t.test(`${id} offers what is printed, no more and no less`, async (t) => {
    const questions = outline(await published(id)).sections.flatMap((section) => section.questions)
    const [order = '', withoutComment] = kinds[id] ?? []
    t.strictSame(
      questions.map(({ number, kind }) => [number, kind]),
      unfolded(order),
      'every printed question, once and in order',
    )
    t.strictSame(
      questions.filter(({ comment }) => comment === null).map(({ number }) => number),
      withoutComment,
      'every question takes a comment, except contact data and the one for remarks',
    )
    for (const question of questions) t.strictSame(offered(question), printed[question.number] ?? {}, question.number)
  })
}

t.test('the flags say what they are for', async (t) => {
  for (const [id, number] of [
    ['umfrage-1', 'F13'],
    ['umfrage-4', 'F16'],
  ] as const) {
    const questions = outline(await published(id)).sections.flatMap((section) => section.questions)
    const flags = questions.flatMap(({ notAvailable, ...one }) =>
      notAvailable ? [[one.number, notAvailable.label]] : [],
    )
    t.strictSame(
      flags.filter(([, label]) => /Musterintegrationsplan/.test(label ?? '')).map(([one]) => one),
      [number],
      'one of them is not collected, since the model plan does not ask for it',
    )
    t.ok(flags.filter(([one]) => one !== number).every(([, label]) => /liegt .* nicht vor/.test(label ?? '')))
  }
})
