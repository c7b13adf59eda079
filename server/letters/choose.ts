import type { Receiver } from './receiver.ts'

/** Who shall get a letter. */
export interface Choice {
  /** Keys of units or, with three digits, of Kreise; undefined: all. */
  only: readonly string[] | undefined
  /** Also who has a code that works, or a letter in an issue that is not settled. */
  anew: boolean
}

/** The chosen ones, and what of the choice fits nobody. */
export function chooseReceivers(receivers: readonly Receiver[], { only, anew }: Choice) {
  const isNamed = (part: string) => (receiver: Receiver) =>
    receiver.unit === part || receiver.verbund === part || (/^\d{3}$/.test(part) && receiver.unit.startsWith(part))
  const strangers = (only ?? []).filter((part) => !receivers.some(isNamed(part)))
  const named = only === undefined ? receivers : receivers.filter((one) => only.some((part) => isNamed(part)(one)))
  return { chosen: named.filter(({ hasCode, inIssue }) => anew || !(hasCode || inIssue)), named, strangers }
}
