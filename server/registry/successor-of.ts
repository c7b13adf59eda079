import { endingsOf, mergers } from '../../analysis/territory/mergers.ts'

const known = endingsOf(mergers)

/** What a Kommune that has gone became part of, where it is certain: on record, or its only namesake among the new ones. */
export function successorOf(
  { gkz, name }: { gkz: string; name: string },
  added: readonly { gkz: string; name: string }[],
): string | undefined {
  const namesakes = added.filter((one) => one.name === name)
  return known.get(gkz)?.in ?? (namesakes.length === 1 ? namesakes[0]?.gkz : undefined)
}
