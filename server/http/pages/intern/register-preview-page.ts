import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { RegisterPreviewPage, ShownChanges } from '../../../../views/page-data/register-pages.ts'
import { changeLines } from '../../../registry/address-lines.ts'
import type { AddressOutcome } from '../../../registry/import-addresses.ts'
import { isOfficialForm } from '../../../registry/official-forms.ts'
import type { OfficialSettings } from '../../../registry/plan-official.ts'
import type { RegistryOutcome } from '../../../registry/record-import.ts'
import type { TakenOver } from '../../../registry/take-over-contacts.ts'
import { addressPreviewHref, registerFilesHref, registerPreviewHref, takeOverHref } from './addresses.ts'

const mostProblems = 200

const nothing = {
  lead: '',
  problems: [],
  summary: { tone: 'info', text: '' },
  facts: [],
  notes: [],
  changes: [],
  fields: [],
  confirm: '',
  mayChange: false,
  backHref: registerFilesHref,
} as const satisfies Partial<RegisterPreviewPage>

/** What a file would change in the register; where it cannot be read at all, why. */
export function registryPreviewPage(
  { id, fileName, settings }: { id: string; fileName: string; settings: OfficialSettings },
  result: RegistryOutcome | readonly string[],
): RegisterPreviewPage {
  const page = { ...nothing, title: `Vorschau: ${fileName}`, href: registerPreviewHref(id) }
  if ('length' in result) return { ...page, ...told([...result]) }
  const { state, title, form, from, populationDate, notes, changes, gone } = result
  const count = changes.reduce((sum, { lines }) => sum + lines.length, 0)
  return {
    ...page,
    ...told([...result.problems]),
    summary:
      state === 'faulty'
        ? nothing.summary
        : state === 'unchanged'
          ? { tone: 'success', text: 'Alles steht schon so im Verzeichnis. Es gibt nichts einzulesen.' }
          : {
              tone: 'info',
              text: `Noch ist nichts eingelesen. ${count === 1 ? 'Eine Änderung steht' : `${formatNumber(count)} Änderungen stehen`} an.`,
            },
    facts: [
      { label: 'Datei', value: title },
      ...(from === undefined ? [] : [{ label: 'Gilt ab', value: formatDate(from) }]),
      ...(populationDate === undefined ? [] : [{ label: 'Einwohner vom', value: formatDate(populationDate) }]),
    ],
    notes: [...notes],
    changes,
    fields: isOfficialForm(form)
      ? [
          { name: 'ab', label: 'Gilt ab', hint: 'leer: ab dem Gebietsstand der Datei', value: typedDay(settings.ab) },
          {
            name: 'stand',
            label: 'Tag der Einwohnerzahlen',
            hint: 'leer: wie in der Datei, sonst bleiben sie',
            value: typedDay(settings.stand),
          },
          ...gone.map(({ gkz, name, successor }) => ({
            name: `nachfolge-${gkz}`,
            label: `${name} (${gkz}) ist aufgegangen in`,
            hint: 'GKZ der heutigen Kommune, sechs Ziffern',
            value: successor,
          })),
        ]
      : [],
    confirm: state === 'preview' ? 'Einlesen' : '',
    mayChange: isOfficialForm(form),
  }
}

const typedDay = (day: string | undefined) => (day === undefined ? '' : formatDate(day))

/** What a list of addresses would change. */
export function addressPreviewPage(
  { id, fileName }: { id: string; fileName: string },
  result: AddressOutcome | readonly string[],
): RegisterPreviewPage {
  const page = { ...nothing, title: `Vorschau: ${fileName}`, href: addressPreviewHref(id) }
  if ('length' in result) return { ...page, ...told([...result]) }
  return {
    ...page,
    ...told(result.problems),
    ...addressParts(result, 'Anschriften'),
    confirm: result.state === 'preview' ? 'Einlesen' : '',
  }
}

/** Whom respondents named, with what they were told that it is for. */
export function takeOverPage(wave: string, result: TakenOver | readonly string[]): RegisterPreviewPage {
  const page = { ...nothing, title: `Ansprechpersonen aus ${wave}`, href: takeOverHref(wave) }
  if ('length' in result) return { ...page, problems: [...result] }
  return {
    ...page,
    lead: 'Übernommen wird nur, was der Zweck deckt, der den Befragten genannt wurde. Was nach der Abgabe eingetragen wurde, bleibt.',
    facts: [{ label: 'Den Befragten gesagt', value: result.purpose.join(' ') }],
    ...addressParts(result, 'Ansprechpersonen'),
    confirm: result.state === 'preview' ? 'Der Zweck deckt es: übernehmen' : '',
  }
}

function addressParts(
  result: AddressOutcome | TakenOver,
  what: string,
): Pick<RegisterPreviewPage, 'summary' | 'changes'> {
  const { state, added, changed, unchanged } = result
  if (state === 'faulty') return { summary: nothing.summary, changes: [] }
  const lines = changeLines(result)
  const groups: ShownChanges[] = [
    { label: 'Neu', lines: lines.added },
    { label: 'Geändert', lines: lines.changed },
  ]
  const counts = `${formatNumber(added.length)} neu, ${formatNumber(changed.length)} geändert, ${formatNumber(unchanged)} unverändert`
  return {
    summary:
      state === 'unchanged'
        ? { tone: 'success', text: 'Alles ist schon so bekannt. Es gibt nichts einzulesen.' }
        : { tone: 'info', text: `Noch ist nichts eingelesen. ${what}: ${counts}.` },
    changes: groups.filter((one) => one.lines.length > 0),
  }
}

function told(problems: string[]): Pick<RegisterPreviewPage, 'problems'> {
  const more = problems.length - mostProblems
  return { problems: more > 0 ? [...problems.slice(0, mostProblems), `… und ${formatNumber(more)} weitere`] : problems }
}
