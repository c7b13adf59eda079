import { readFile } from 'node:fs/promises'
import t from 'tap'
import type { Instrument } from '../../surveys/instrument.ts'
import { loadInstrument } from '../../surveys/load.ts'
import { outline } from '../../surveys/outline.ts'

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
  await readFile(new URL('../reference/annex/printed.json', import.meta.url), 'utf8'),
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

for (const [id, printed] of Object.entries(annex)) {
  t.test(`${id} offers what is printed, no more and no less`, async (t) => {
    const questions = outline((await loadInstrument(id)) as Instrument).sections.flatMap((section) => section.questions)
    t.ok(Object.keys(printed).every((number) => questions.some((question) => question.number === number)))
    for (const question of questions) t.strictSame(offered(question), printed[question.number] ?? {}, question.number)
  })
}

t.test('the flags say what they are for', async (t) => {
  for (const [id, number] of [
    ['umfrage-1', 'F13'],
    ['umfrage-4', 'F16'],
  ] as const) {
    const questions = outline((await loadInstrument(id)) as Instrument).sections.flatMap((section) => section.questions)
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
