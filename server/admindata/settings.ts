import { readFile } from 'node:fs/promises'
import type { Catalogue } from '../../analysis/indicators/catalogue.ts'
import { type Period, readPeriod } from '../../analysis/sources/period.ts'
import type { Mapping } from '../../schemas/mapping.ts'
import { validatorOf } from '../../schemas/validator.ts'
import { canonicalJson, sha256 } from '../../surveys/definition/canonical.ts'
import { shapeProblems } from '../../surveys/definition/schema-sentence.ts'
import { InputError } from '../errors/input-error.ts'

/** What the user says beside the file, as typed. */
export interface TypedSettings {
  mapping?: string
  indikator?: string
  zeit?: string
  strichIstNull?: boolean
  ohneFehlerhafte?: boolean
}

export interface Settings {
  mapping?: Mapping
  indicator?: string
  period?: Period
  dashIsZero: boolean
  skipFaulty: boolean
  /** What has to be equal for the same file to mean the same. */
  identity: Record<string, unknown>
}

export async function readSettings(typed: TypedSettings, catalogue: Catalogue): Promise<Settings> {
  const { indikator, zeit, strichIstNull = false, ohneFehlerhafte = false } = typed
  const problems: string[] = []
  const period = zeit === undefined ? undefined : readPeriod(zeit)
  if (zeit !== undefined && period === undefined) {
    problems.push(`--zeit: „${zeit}“ ist keine Zeit; erwartet wird 2018, 2018-12 oder 2018-12-31.`)
  }
  const mapping = typed.mapping === undefined ? undefined : await readMapping(typed.mapping)
  for (const code of [indikator, ...(mapping?.values.map(({ indicator }) => indicator) ?? [])]) {
    if (code === undefined || catalogue.indicators.has(code)) continue
    problems.push(`Den Indikator „${code}“ gibt es nicht. „stichtag admindata catalogue“ zeigt alle.`)
  }
  if (problems.length > 0) throw new InputError(problems)
  const identity = {
    ...(mapping === undefined ? {} : { mapping }),
    ...(indikator === undefined ? {} : { indikator }),
    ...(period === undefined ? {} : { zeit: period }),
    strichIstNull,
    ohneFehlerhafte,
    catalogue: sha256(canonicalJson([...catalogue.indicators.values()])),
  }
  return {
    identity,
    dashIsZero: strichIstNull,
    skipFaulty: ohneFehlerhafte,
    ...(mapping === undefined ? {} : { mapping }),
    ...(indikator === undefined ? {} : { indicator: indikator }),
    ...(period === undefined ? {} : { period }),
  }
}

async function readMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw new InputError(`Die Zuordnung ${path} lässt sich nicht lesen (${cause.code}).`, { cause })
  })
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (cause) {
    throw new InputError(`Die Zuordnung ${path} ist kein gültiges JSON: ${(cause as Error).message}`, { cause })
  }
  const isMapping = validatorOf<Mapping>('mapping')
  if (isMapping(document)) return document
  throw new InputError(shapeProblems(isMapping).map((one) => `${path}, ${one.path}: ${one.message}`))
}
