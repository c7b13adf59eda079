import { type Category, longestKey, longestName, longestText } from './category.ts'

/** What is wrong with a category: which one, what of it, and a sentence. */
export interface CategoryFault {
  at: number
  field: keyof Category
  sentence: string
}

const texts = ['definition', 'example', 'counterExample'] as const

/** Everything that keeps categories from being a codebook, in their order. */
export function checkCategories(categories: readonly Category[]): CategoryFault[] {
  const byKey = new Map(categories.toReversed().map((one) => [one.key, one]))
  return categories.flatMap((category, at) => {
    const sentences: Partial<Record<keyof Category, string | undefined>> = {
      key: keyFault(category, categories.slice(0, at)),
      name: nameFault(category, categories.slice(0, at)),
      parent: parentFault(category, byKey),
      ...Object.fromEntries(texts.map((field) => [field, textFault(category[field])])),
    }
    return Object.entries(sentences).flatMap(([field, sentence]) =>
      sentence === undefined ? [] : [{ at, field: field as keyof Category, sentence }],
    )
  })
}

function keyFault({ key }: Category, before: readonly Category[]): string | undefined {
  if (!/^[a-z][a-z0-9_]*$/.test(key) || key.length > longestKey)
    return `Der Schlüssel „${key.slice(0, 40)}“ muss aus höchstens ${longestKey} Kleinbuchstaben, Ziffern und „_“ bestehen und mit einem Buchstaben beginnen.`
  return before.some((one) => one.key === key) ? `Der Schlüssel „${key}“ kommt mehrmals vor.` : undefined
}

function nameFault({ name, parent }: Category, before: readonly Category[]): string | undefined {
  if (name.trim() === '') return 'Der Name fehlt.'
  if (name.length > longestName) return `Der Name hat ${name.length} Zeichen, höchstens ${longestName} sind möglich.`
  return before.some((one) => one.parent === parent && one.name === name)
    ? `„${name}“ kommt an dieser Stelle mehrmals vor.`
    : undefined
}

function parentFault({ key, parent }: Category, byKey: ReadonlyMap<string, Category>): string | undefined {
  if (parent === null) return undefined
  const above = byKey.get(parent)
  if (above === undefined) return `Die Oberkategorie „${parent}“ gibt es nicht.`
  if (parent === key) return 'Eine Kategorie kann nicht unter sich selbst stehen.'
  return above.parent === null ? undefined : `„${parent}“ ist selbst eine Unterkategorie: Es gibt nur zwei Ebenen.`
}

const textFault = (text: string): string | undefined =>
  text.length > longestText ? `Der Text hat ${text.length} Zeichen, höchstens ${longestText} sind möglich.` : undefined
