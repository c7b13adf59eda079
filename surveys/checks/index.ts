import type { CheckDefinition } from '../../schemas/questionnaire.ts'
import { area } from './area.ts'
import { bound } from './bound.ts'
import { change } from './change.ts'
import type { Check } from './check.ts'
import { chosen } from './chosen.ts'
import { compare } from './compare.ts'
import { exclusive } from './exclusive.ts'
import { flag } from './flag.ts'
import { format } from './format.ts'
import { gemeinden } from './gemeinden.ts'
import { implies } from './implies.ts'
import type { CheckKind, WrittenKind } from './kind.ts'
import { name } from './name.ts'
import { other } from './other.ts'
import type { Known } from './references.ts'
import { sum } from './sum.ts'
import { unit } from './unit.ts'
import { within } from './within.ts'

type WrittenName = CheckDefinition['kind']

/** Every kind of check that definitions write down. One that the schema knows and this list does not is a type error. */
const written: {
  [Name in WrittenName]: WrittenKind<Extract<CheckDefinition, { kind: Name }>, Extract<Check, { kind: Name }>>
} = { sum, compare, within, name, change, implies, format, area }

/** Every kind of check that follows from a kind of question. */
const following: {
  [Name in Exclude<Check['kind'], WrittenName>]: CheckKind<Extract<Check, { kind: Name }>>
} = { flag, other, exclusive, chosen, unit, gemeinden, bound }

const kinds = { ...written, ...following }

/** The module of a kind. A check is only ever given to the module of its own kind. */
export const checkKindOf = (kind: Check['kind']): CheckKind => kinds[kind] as CheckKind

/** The checks that a definition means by one that it writes down. */
export const compileWritten = (definition: CheckDefinition, path: string, known: Known): Check[] =>
  (written[definition.kind] as WrittenKind).compile(definition, path, known)
