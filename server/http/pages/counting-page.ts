import type { CountingPlan } from '../../../surveys/counting/counting-plan.ts'
import { formatDate } from '../../../surveys/reading/dates.ts'
import type { Contact } from '../../../views/page-data/contact.ts'
import type { CountingPage } from '../../../views/page-data/counting-page.ts'
import type { AtWork } from '../../forms/at-work.ts'
import { countingHref, countingTemplateHref, ownFileHref } from './addresses.ts'
import { readOnlyWords } from './closed-words.ts'

/** Where a list of persons is counted, in the browser of whoever has it. */
export function countingPage(plan: CountingPlan, { visit, asked }: AtWork, contact: Contact, error = ''): CountingPage {
  return {
    plan: JSON.stringify(plan),
    list: plan.title,
    action: countingHref(visit),
    rev: visit.rev,
    templates: [
      {
        href: countingTemplateHref(visit, 'xlsx'),
        label: 'Vorlage (XLSX)',
        note: 'für Excel und LibreOffice, mit Auswahllisten und Erläuterungen',
      },
      {
        href: countingTemplateHref(visit, 'csv'),
        label: 'Vorlage (CSV)',
        note: 'nur die Überschriften, Semikolon, UTF-8',
      },
    ],
    columns: describedColumns(plan),
    ownFile: visit.delegation === undefined ? ownFileHref(visit) : '',
    error,
    closed: visit.open || asked !== undefined ? '' : readOnlyWords(visit, false),
    contact,
  }
}

function describedColumns({ columns, fields, begin, end, stichtag }: CountingPlan): CountingPage['columns'] {
  const labels = new Map(fields.map(({ name, label }) => [name, label]))
  const day = stichtag === '' ? 'dem Stichtag' : `dem ${formatDate(stichtag)}`
  return [
    { name: begin.column, number: '', counted: [`nach ${day}: nicht gezählt`] },
    { name: end.column, number: '', counted: [`vor ${day}: nicht gezählt`] },
    ...columns.map(({ column, number, values, unknownField }) => ({
      name: column,
      number,
      counted: [
        ...values.map(({ label, counts }) => `${label}: ${placeOf(counts, labels)}`),
        ...(unknownField === undefined ? [] : [`leer: ${placeOf([unknownField], labels)}`]),
      ],
    })),
  ]
}

const placeOf = (counts: readonly string[], labels: ReadonlyMap<string, string>) =>
  counts.length === 0 ? 'zählt in keinem Feld' : counts.map((name) => `„${labels.get(name) ?? ''}“`).join(' und ')
