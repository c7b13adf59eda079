import { InputError } from '../errors/input-error.ts'
import type { WaveSurvey } from './surveys.ts'

/** The day whose territory and time count for the administrative figures beside a wave. The Frist says nothing of what was asked. */
export function stichtagOf({ wave, stichtag }: Pick<WaveSurvey, 'wave' | 'stichtag'>): string {
  if (stichtag !== null) return stichtag
  throw new InputError([
    `${wave} hat keinen Stichtag, daher steht keine amtliche Zahl daneben.`,
    'Für Gruppen kann eine Welle mit Stichtag genannt werden, zum Beispiel umfrage-4:einwohner.',
    'Einer neuen Welle gibt ihn „stichtag wave create … --stichtag TAG“.',
  ])
}
