import type { CheckDefinition } from '../../schemas/questionnaire.ts'
import type { Cells, Raw } from '../answer/cells.ts'
import type { Surroundings } from '../answer/surroundings.ts'
import type { Instrument } from '../compile/instrument.ts'
import type { Suggestion } from '../reading/suggestion.ts'
import type { Check } from './check.ts'
import type { Known } from './references.ts'

/** The answers that a check looks at, and what they are held against. */
export interface Asked {
  instrument: Instrument
  raw: Raw
  cells: Cells
  around: Surroundings
}

/** The answers alone, before anybody knows what they are held against. */
export type Answers = Pick<Asked, 'cells'> & Partial<Pick<Asked, 'around' | 'instrument'>>

/** What does not fit. */
export interface Found {
  /** The fields concerned, the one to go to first. */
  fields: string[]
  message: string
  suggestions?: readonly Suggestion[]
  /** More answers may put it right: it is no news to somebody who is still writing. */
  unfinished?: true
}

/**
 * How answers stand to a check: it holds, something does not fit, nobody can tell while something is blank or not
 * available, or it has nothing to say to whoever answers, since there was no last wave.
 */
export type Judged = 'holds' | 'undecidable' | 'idle' | Found

/** What one kind of check needs. */
export interface CheckKind<Of extends Check = Check> {
  judge(check: Of, asked: Asked): Judged
  /** The fields that it looks at. */
  fields(check: Of): readonly string[]
  /** Whether the codebook names it beside its fields: what follows from a kind of field says nothing new there. */
  inCodebook: boolean
}

/** A kind of check that definitions write down. */
export interface WrittenKind<Definition extends CheckDefinition = CheckDefinition, Of extends Check = Check>
  extends CheckKind<Of> {
  /** The checks that a definition means; what is wrong with it goes to the problems. */
  compile(definition: Definition, path: string, known: Known): Of[]
}
