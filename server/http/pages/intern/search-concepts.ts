import type { ComparisonsPage } from '../../../../views/page-data/evaluation-pages.ts'

export type Lists = Pick<ComparisonsPage, 'concepts' | 'single' | 'official'>

/**
 * What of the lists holds all the words looked for: by number, title, label or name in exports. Where the words lie in single items,
 * these alone are left of a question, and shown at once.
 */
export function searchConcepts(lists: Lists, search: string): Lists {
  const words = plain(search).split(' ').filter(Boolean)
  if (words.length === 0) return lists
  const holds = (...texts: string[]) => {
    const text = plain(texts.join(' '))
    return words.every((word) => text.includes(word))
  }
  return {
    concepts: lists.concepts.flatMap((concept) => {
      const { numbers, title, computed, items } = concept
      if (holds(numbers, title)) return [concept]
      const found = ({ name, label }: { name: string; label: string }) => holds(numbers, title, name, label)
      const left = { computed: computed.filter(found), items: items.filter(found) }
      return left.computed.length + left.items.length === 0 ? [] : [{ ...concept, ...left, open: true }]
    }),
    single: lists.single.filter(({ number, title }) => holds(number, title)),
    official: lists.official.filter(({ name, label }) => holds(name, label)),
  }
}

/** How many questions there are and how far they can be compared, or what of them was found. */
export function summaryOf(all: Lists, found: Lists, search: string, waves = 2): string {
  const isOfMany = waves > 2
  if (search.trim() !== '') {
    const { concepts, single, official } = found
    return `Zu „${search.trim()}“ gibt es ${questionWords(concepts.length)} aus ${isOfMany ? 'mehr als einer Welle' : 'beiden Wellen'}, ${single.length} aus nur einer und ${official.length === 1 ? '1 amtliche Angabe' : `${official.length} amtliche Angaben`}.`
  }
  const alike = all.concepts.filter(({ caveat }) => caveat.tone === 'success').length
  const common = isOfMany
    ? `Mehr als eine Welle stellt ${questionWords(all.concepts.length)}`
    : `Beide Wellen haben ${questionWords(all.concepts.length)} gemeinsam`
  return `${common}; ${alike} davon ${alike === 1 ? 'ist' : 'sind'} gleich gefragt. In nur einer ${isOfMany ? 'davon' : 'der beiden'} ${all.single.length === 1 ? 'steht 1' : `stehen ${all.single.length}`}.`
}

/** What is said of most questions alike, so that it can be said once; '' where nothing is. */
export function commonWhy(concepts: Lists['concepts']): string {
  const counts = new Map<string, number>()
  for (const { caveat } of concepts) counts.set(caveat.why, (counts.get(caveat.why) ?? 0) + 1)
  const [why = '', count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  return count > 2 ? why : ''
}

const questionWords = (count: number) => (count === 1 ? '1 Frage' : `${count} Fragen`)

/** As people type: large and small alike, `ß` as `ss`, umlauts with or without dots. */
const plain = (text: string) =>
  text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ')
