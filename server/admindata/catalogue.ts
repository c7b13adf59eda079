import type { Catalogue } from '../../analysis/indicators/catalogue.ts'
import { loadCatalogue } from '../../analysis/indicators/load.ts'
import { DefinitionError } from '../../surveys/definition/problem.ts'
import { InputError } from '../errors/input-error.ts'

/** The catalogue of indicators; what is wrong with a file of it is for the user to put right. */
export async function openCatalogue(): Promise<Catalogue> {
  return loadCatalogue().catch((error) => {
    if (!(error instanceof DefinitionError)) throw error
    throw new InputError(error.problems.map(({ path, message }) => `analysis/indicators/${path}: ${message}`))
  })
}
