import { auszugGv } from './auszug-gv.ts'
import { bundesagentur } from './bundesagentur.ts'
import { genesisFlat } from './genesis-flat.ts'
import { genesisTable } from './genesis-table.ts'
import { gv100ad } from './gv100ad.ts'
import type { Head, Source } from './source.ts'

/** Every official file that is recognised by itself. */
export const sources: readonly Source[] = [genesisFlat, genesisTable, gv100ad, bundesagentur, auszugGv]

export function recognise(head: Head): Source | undefined {
  return sources.find((source) => source.recognises(head))
}
