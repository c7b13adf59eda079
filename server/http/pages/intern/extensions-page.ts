import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { Fault } from '../../../../views/page-data/pieces.ts'
import type { ExtensionsPage } from '../../../../views/page-data/wave-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { extensionMail } from '../../../mail/tell-extension.ts'
import type { Extension } from '../../../store/extensions.ts'
import type { Wave } from '../../../store/waves.ts'
import { whyNotUndone } from '../../../waves/extension-faults.ts'
import { mailTemplateHref, waveHref, waveStepHref } from './addresses.ts'
import { toldChoices } from './told-notice.ts'

export interface TypedExtension {
  wen: string
  einheiten: string
  bis: string
  grund: string
  /** Whether those concerned are told by mail. */
  bescheid: string
}

interface Shown {
  wave: Wave
  instrument: Instrument
  extensions: readonly Extension[]
  /** The units that the account works for. */
  own: { has(unit: string): boolean }
  today: string
  may: boolean
  /** It may do so for everybody. */
  mayAll: boolean
  typed: TypedExtension
  notice: string
  errors: Fault[]
}

export function extensionsPage(shown: Shown): ExtensionsPage {
  const { wave, instrument, extensions, own, today, may, mayAll, typed, notice, errors } = shown
  const { one, many } = unitKinds[instrument.unit]
  const isTold = ({ everybody, units }: Extension) => everybody || units.some(({ unit }) => own.has(unit))
  const mayUndo = ({ everybody, units }: Extension) =>
    mayAll || (!everybody && units.every(({ unit }) => own.has(unit)))
  return {
    title: instrument.title,
    id: wave.id,
    waveHref: waveHref(wave.id),
    action: waveStepHref(wave.id, 'fristen'),
    undoHref: waveStepHref(wave.id, 'fristen/zuruecknehmen'),
    frist: formatDate(wave.frist),
    isClosed: wave.state === 'closed',
    may,
    one: `1 ${one}`,
    many,
    templateHref: mailTemplateHref(extensionMail),
    typed: {
      ...typed,
      bescheid: toldChoices(typed.bescheid),
      wen: [
        { value: 'einige', label: `einzelne ${many}`, selected: typed.wen !== 'alle' },
        ...(mayAll ? [{ value: 'alle', label: 'alle', selected: typed.wen === 'alle' }] : []),
      ],
    },
    extensions: extensions.filter(isTold).map((extension) => ({
      id: extension.id,
      what: `${extension.everybody ? 'Für alle' : 'Für einzelne'} bis ${formatDate(extension.frist)}`,
      lines: [
        ...(extension.former === null ? [] : [`vorher ${formatDate(extension.former)}`]),
        `${dayAndTime(extension.at)} von ${extension.by ?? 'der Befehlszeile'}`,
        ...(extension.reason === null ? [] : [`Grund: ${extension.reason}`]),
      ],
      units: extension.everybody ? [] : extension.units.map(({ unit }) => unit).filter((unit) => own.has(unit)),
      isUndone: extension.undoneAt !== null,
      why: mayUndo(extension) ? whyNotUndone(extension, wave, today) : 'Sie betrifft auch andere als die Ihren.',
    })),
    notice,
    errors,
  }
}
