import { z } from 'zod'
import { type Figure, longestWords, mostFigures } from '../../../surveys/foreign-table/figure.ts'
import { cleanText } from '../../../surveys/reading/clean-text.ts'

const text = (longest: number) => z.string().max(longest).transform(cleanText)

const figure = z.strictObject({
  words: text(longestWords),
  value: z.string().regex(/^(?:-?\d{1,15}(?:,\d{1,6})?)?$/),
  percent: z.boolean(),
  place: text(200),
  fault: text(400),
})

const page = z.looseObject({
  zahlen: z.string().max(400_000),
  aendern: z.literal('ja').optional(),
})

const beside = z.record(z.string().regex(/^feld\.\d{1,3}$/), text(1_000))

/** What a page sends back: the figures that it was given, and what was written beside them. */
export interface SentFigures {
  figures: Figure[]
  texts: ReadonlyMap<string, string>
  isToChange: boolean
}

export function readSentFigures(body: unknown): SentFigures | undefined {
  const sent = page.safeParse(body)
  if (!sent.success) return undefined
  const { zahlen, aendern, _csrf, ...written } = sent.data
  const figures = z.array(figure).max(mostFigures).safeParse(parsed(zahlen))
  const texts = beside.safeParse(written)
  if (!figures.success || !texts.success || !areApart(figures.data)) return undefined
  return { figures: figures.data, texts: new Map(Object.entries(texts.data)), isToChange: aendern === 'ja' }
}

/** What can be placed has words of its own. */
function areApart(figures: readonly Figure[]): boolean {
  const words = figures.flatMap((one) => (one.fault === '' ? [one.words] : []))
  return new Set(words).size === words.length && !words.includes('')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
