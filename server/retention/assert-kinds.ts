import { InputError } from '../errors/input-error.ts'
import type { WaveTerm } from '../store/retention-terms.ts'
import { isWaveKind, type Terms, waveRules } from './rules.ts'

/** Refuses terms of what a wave does not keep: one that asks Kommunen leads back to no person. */
export function assertKinds(terms: Partial<Terms>, kept: readonly WaveTerm[]): void {
  const kinds = new Set(kept.map(({ kind }) => kind))
  const unknown = Object.keys(terms).filter((kind) => isWaveKind(kind) && !kinds.has(kind))
  if (unknown.length === 0) return
  const labels = unknown.map((kind) => (isWaveKind(kind) ? `„${kind}“ (${waveRules[kind].label})` : kind))
  throw new InputError(
    `${labels.join(', ')}: Das gibt es nur, wo Personen befragt werden; diese Welle befragt Kommunen.`,
  )
}
