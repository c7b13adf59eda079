import { InputError } from '../errors/input-error.ts'
import { openWaves } from '../evaluation/open-waves.ts'
import type { Forms } from '../forms/form.ts'
import type { Package, PackageContext, WantedPackage } from './package.ts'
import { panelPackage } from './panel-package.ts'
import { wavePackage } from './wave-package.ts'

/** The package of a wave, or of a panel where several are named. */
export async function findPackage(
  context: PackageContext,
  forms: Forms,
  names: readonly string[],
  wanted: WantedPackage,
): Promise<Package> {
  const { surveys } = await openWaves(context.db, forms, names)
  const [first, ...others] = surveys
  if (first === undefined) throw new InputError('Bitte nennen Sie eine Welle.')
  return others.length === 0
    ? wavePackage(context, forms, first, wanted)
    : panelPackage(context, forms, surveys, wanted)
}
