import { type Category, type Codebook, inOrder, subcategoriesOf } from './category.ts'
import type { Change } from './change.ts'
import { checkCategories } from './check-categories.ts'

export type Changed = { codebook: Codebook } | { problem: string }

/** A codebook after a change, or why it cannot be made. The one given stays as it is. */
export function applyChange(codebook: Codebook, change: Change): Changed {
  const problem = unknownKey(codebook, change) ?? hinders(codebook, change)
  if (problem !== undefined) return { problem }
  const changed = categoriesAfter(codebook, change)
  const [fault] = checkCategories(changed)
  return fault === undefined ? { codebook: inOrder(changed) } : { problem: fault.sentence }
}

/** All changes in order; the first that cannot be made ends it. */
export function applyChanges(codebook: Codebook, changes: readonly Change[]): Changed {
  let present = codebook
  for (const change of changes) {
    const changed = applyChange(present, change)
    if ('problem' in changed) return changed
    present = changed.codebook
  }
  return { codebook: present }
}

function categoriesAfter(codebook: Codebook, change: Change): readonly Category[] {
  switch (change.kind) {
    case 'add':
      return inserted(codebook, change.category, change.before)
    case 'rename':
      return replaced(codebook, change.key, (one) => [{ ...one, name: change.name }])
    case 'describe': {
      const { kind, key, ...texts } = change
      return replaced(codebook, key, (one) => [{ ...one, ...texts }])
    }
    case 'move': {
      const moved = codebook.find(({ key }) => key === change.key)
      const others = codebook.filter((one) => one !== moved)
      return moved === undefined ? codebook : inserted(others, { ...moved, parent: change.parent }, change.before)
    }
    case 'merge':
      return codebook
        .filter(({ key }) => !change.keys.includes(key))
        .map((one) => (one.parent !== null && change.keys.includes(one.parent) ? { ...one, parent: change.into } : one))
    case 'split':
      return replaced(codebook, change.key, ({ parent }) => change.into.map((one) => ({ ...one, parent })))
    case 'remove':
      return codebook.filter(({ key }) => key !== change.key)
  }
}

const replaced = (codebook: Codebook, key: string, by: (category: Category) => Category[]) =>
  codebook.flatMap((one) => (one.key === key ? by(one) : [one]))

function inserted(codebook: Codebook, category: Category, before: string | undefined): Category[] {
  const place = codebook.findIndex(({ key }) => key === before)
  return codebook.toSpliced(place === -1 ? codebook.length : place, 0, category)
}

/** What a change speaks of and the codebook does not have. */
function unknownKey(codebook: Codebook, change: Change): string | undefined {
  const named =
    change.kind === 'merge'
      ? [...change.keys, change.into]
      : [...('key' in change ? [change.key] : []), ...('before' in change && change.before ? [change.before] : [])]
  const unknown = named.find((key) => !codebook.some((one) => one.key === key))
  return unknown === undefined ? undefined : `Die Kategorie „${unknown}“ gibt es nicht (mehr).`
}

/** Why a change that speaks of categories that there are cannot be made. */
function hinders(codebook: Codebook, change: Change): string | undefined {
  const hasParts = (key: string) => subcategoriesOf(codebook, key).length > 0
  if (change.kind === 'remove' && hasParts(change.key))
    return 'Sie hat Unterkategorien. Verschieben oder entfernen Sie diese zuerst.'
  if (change.kind === 'move' && change.parent !== null && hasParts(change.key))
    return 'Sie hat selbst Unterkategorien. Verschieben Sie diese zuerst.'
  if (change.kind === 'move' && change.before === change.key) return 'Sie kann nicht vor sich selbst stehen.'
  if (change.kind === 'split') {
    if (change.into.length < 2) return 'Geteilt wird in zwei oder mehr Kategorien.'
    if (hasParts(change.key)) return 'Sie hat Unterkategorien. Verschieben Sie diese zuerst.'
  }
  if (change.kind === 'merge') {
    if (change.keys.length === 0 || change.keys.includes(change.into))
      return 'Zusammengelegt wird mit einer anderen Kategorie.'
    const into = codebook.find(({ key }) => key === change.into)
    const within = into?.parent ?? null
    if (within !== null && change.keys.includes(within)) return 'Eine Kategorie geht nicht in ihrer Unterkategorie auf.'
    if (within !== null && change.keys.some(hasParts)) return 'Sie hat Unterkategorien. Verschieben Sie diese zuerst.'
  }
  return undefined
}
