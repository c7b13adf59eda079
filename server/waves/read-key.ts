import { type UnitKind, unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Register } from '../../surveys/reading/register.ts'

type KeyKind = Exclude<UnitKind, 'gemeinde' | 'integrationsmanager'>

const digits: Record<KeyKind, number> = { zuwendungsempfaenger: 6, verbund: 6, kreis: 3 }
const words: Record<number, string> = { 3: 'drei', 6: 'sechs' }

/** Reads the key of a Zuwendungsempfänger, Antragsverbund or Kreis that the register knows; `08117` and `117` are the same Kreis. */
export function readKey(
  kind: KeyKind,
  raw: string,
  { kreise, verbuende, empfaenger }: Register,
): { unit: string } | { problem: { message: string } } {
  const count = digits[kind]
  const typed = raw.trim()
  const unit = typed.length === count + 2 ? typed.replace(/^08/, '') : typed
  if (!/^\d+$/.test(unit) || unit.length !== count)
    return { problem: { message: `„${typed}“ ist keine Kennung: ${words[count]} Ziffern ohne „08“.` } }
  const known = { zuwendungsempfaenger: empfaenger, verbund: verbuende, kreis: kreise }[kind]
  if (known?.has(unit)) return { unit }
  return { problem: { message: `„${unit}“ ist im Verzeichnis ${unitKinds[kind].none}.` } }
}
