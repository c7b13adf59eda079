import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import type { CallSheetsPage } from '../../../../views/page-data/call-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { ways } from '../../../field/ways.ts'
import { callsHref, waveHref } from './addresses.ts'
import { callee, type KnownCall } from './callee.ts'

interface Known {
  wave: { id: string; synthetic: boolean; frist: string }
  instrument: Pick<Instrument, 'title' | 'unit' | 'sections'>
  register: Register
  known: readonly KnownCall[]
}

/** What to have at hand while calling: where somebody stands, what is missing, and room to write. */
export function callSheetsPage({ wave, instrument, register, known }: Known): CallSheetsPage {
  return {
    id: wave.id,
    title: instrument.title,
    waveHref: waveHref(wave.id),
    synthetic: wave.synthetic,
    listHref: callsHref(wave.id),
    sheets: known.map((one) => ({
      ...callee(one, instrument, register),
      unit: one.call.participant.unit,
      facts: factsOf(one, wave.frist),
      sections: sectionsOf(one, instrument),
    })),
  }
}

function factsOf({ call: { participant } }: KnownCall, frist: string) {
  const { einwohner, invitedAt, invitedBy, openedAt, progress, savedAt } = participant
  return [
    { label: 'Einwohner', value: einwohner === null ? '' : formatNumber(einwohner) },
    {
      label: 'Angeschrieben',
      value: invitedAt === null || invitedBy === null ? '' : `${dayAndTime(invitedAt)}, ${ways[invitedBy]}`,
    },
    { label: 'Geöffnet', value: openedAt === null ? '' : dayAndTime(openedAt) },
    { label: 'Ausgefüllt', value: progress === undefined ? '' : `${progress.filled} von ${progress.total} Feldern` },
    { label: 'Zuletzt gespeichert', value: savedAt === null ? '' : dayAndTime(savedAt) },
    {
      label: 'Frist',
      value: participant.frist === null ? formatDate(frist) : `${formatDate(participant.frist)}, verlängert`,
    },
  ].filter(({ value }) => value !== '')
}

/** Of a form in which nobody has begun all sections are open. */
const sectionsOf = ({ call: { participant } }: KnownCall, { sections }: Pick<Instrument, 'sections'>): string[] =>
  participant.progress?.open ?? sections.map(({ title }) => title)
