import type { Assumed } from '../../analysis/compare/assumed.ts'
import type { Population } from '../../analysis/compare/population.ts'
import type { PanelVariable } from '../../analysis/panel/variable.ts'
import { InputError } from '../errors/input-error.ts'

/** What is taken for granted, as it was typed. */
export interface TypedAssumptions {
  relevant?: string | undefined
  missingBy?: string | undefined
}

/** How addresses and commands call them. */
const assumptionNames = { relevant: 'relevant', missingBy: 'fehlende' } as const

const typedNumber = /^[+−-]?\d{1,9}(?:[.,]\d{1,6})?$/
const thousands = /^[+−-]?[1-9]\d{0,2}\.\d{3}$/

/** Reads what was typed: a number as people in Germany write it, or with a dot. */
export function readAssumed({ relevant, missingBy }: TypedAssumptions): Assumed {
  return {
    ...(isBlank(relevant) ? {} : { relevant: relevantFrom(relevant) }),
    ...(isBlank(missingBy) ? {} : { missingBy: numberFrom(assumptionNames.missingBy, missingBy) }),
  }
}

const isBlank = (typed: string | undefined): typed is undefined | '' => typed === undefined || typed.trim() === ''

function relevantFrom(typed: string): number {
  const value = numberFrom(assumptionNames.relevant, typed)
  if (value > 0) return value
  throw new InputError(
    `„${assumptionNames.relevant}“ ist die kleinste Veränderung, die zählt, nach oben wie nach unten: Bitte geben Sie eine Zahl über 0 an, nicht „${typed}“.`,
  )
}

function numberFrom(name: string, typed: string): number {
  const text = typed.trim()
  if (thousands.test(text)) {
    const plain = text.replace('.', '')
    throw new InputError(
      `„${name}“: Bei „${text}“ ist nicht sicher, ob ${plain} oder ${text.replace('.', ',')} gemeint ist. Bitte schreiben Sie es so.`,
    )
  }
  if (!typedNumber.test(text)) throw new InputError(`„${name}“ braucht eine Zahl wie 5 oder 2,5, nicht „${text}“.`)
  return Number(text.replace('−', '-').replace(',', '.'))
}

interface Used {
  variables: readonly PanelVariable[]
  population: Population
  /** How many units are meant. */
  units: number
}

/** What is assumed has to mean something where it is asked for. */
export function requireUse({ relevant, missingBy }: Assumed, { variables, population, units }: Used): void {
  if (relevant === undefined && missingBy === undefined) return
  const other = variables.find(({ kind, indicator }) => kind === 'category' || indicator !== undefined)
  if (other !== undefined) {
    const name = relevant === undefined ? assumptionNames.missingBy : assumptionNames.relevant
    throw new InputError(
      other.indicator === undefined
        ? `„${name}“ braucht eine Zahl oder eine Angabe mit Ja und Nein; „${other.name}“ ist eine Auswahl.`
        : `„${name}“ gibt es bei amtlichen Zahlen nicht; „${other.name}“ ist eine.`,
    )
  }
  if (missingBy === undefined) return
  if (population.kind !== 'asked')
    throw new InputError(
      `„${assumptionNames.missingBy}“ braucht die Grundgesamtheit „befragte“: Nur von ihr ist bekannt, wie viele fehlen.`,
    )
  if (population.frame.length !== units)
    throw new InputError(
      `„${assumptionNames.missingBy}“ geht nicht zusammen mit einem Filter nach Antworten: Wie viele fehlen, ist von diesem Teil nicht bekannt.`,
    )
}
