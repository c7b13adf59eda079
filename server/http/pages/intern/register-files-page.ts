import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { RegisterFilesPage, RegisterUndoPage } from '../../../../views/page-data/register-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import type { ChangeGroup } from '../../../registry/describe-changes.ts'
import { importForms } from '../../../registry/import-forms.ts'
import type { RegistryImport } from '../../../store/registry-imports.ts'
import { addressUploadHref, registerUndoHref, registerUploadHref, takeOverHref } from './addresses.ts'

/** What was read into the register, the newest first, and the forms for more. */
export function registerFilesPage(
  imports: readonly RegistryImport[],
  waves: readonly string[],
  { notice = '', error = null }: Partial<Pick<RegisterFilesPage, 'notice' | 'error'>> = {},
): RegisterFilesPage {
  return {
    notice,
    error,
    hrefs: { registry: registerUploadHref, addresses: addressUploadHref },
    takeOvers: waves.map((wave) => ({ href: takeOverHref(wave), label: wave })),
    imports: imports.map((one) => ({
      title: importTitle(one),
      lines: [
        importForms[one.form],
        `Nummer ${one.id}`,
        `${dayAndTime(one.importedAt)}${one.who === null ? '' : ` von ${one.who}`}`,
      ],
      undone: one.undoneAt === null ? '' : `zurückgenommen ${dayAndTime(one.undoneAt)}`,
      undoHref: one.undoneAt === null ? registerUndoHref(one.id) : '',
    })),
  }
}

export function registerUndoPage(one: RegistryImport, changes: readonly ChangeGroup[], error = ''): RegisterUndoPage {
  return {
    href: registerUndoHref(one.id),
    title: importTitle(one),
    facts: [
      { label: 'Was', value: importForms[one.form] },
      { label: 'Eingelesen', value: dayAndTime(one.importedAt) },
      ...(one.effectiveFrom === null ? [] : [{ label: 'Galt ab', value: formatDate(one.effectiveFrom) }]),
    ],
    changes: [...changes],
    error,
  }
}

const importTitle = ({ form, fileName }: RegistryImport) =>
  form === 'zustaendigkeit' ? `Zuständigkeit von ${fileName}` : fileName
