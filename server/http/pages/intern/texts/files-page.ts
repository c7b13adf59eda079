import { formatNumber } from '../../../../../surveys/reading/number.ts'
import type { TextFilePreviewPage, TextFilesPage } from '../../../../../views/page-data/text-pages.ts'
import { dayAndTime } from '../../../../domain/german-time.ts'
import { fieldOfSource, type TextSource } from '../../../../store/texts/sources.ts'
import type { AskedTexts } from '../../../../texts/asked-texts.ts'
import type { TextOutcome } from '../../../../texts/import-texts.ts'
import { textFilePreviewHref, textFilesHref, textFileUndoHref, textListHref } from '../text-addresses.ts'
import { ofWave, type Said } from './of-wave.ts'

const mostProblems = 200
const mostTexts = 50

export function filesPage(asked: AskedTexts, sources: readonly TextSource[], said: Said = {}): TextFilesPage {
  const wave = asked.wave.id
  return {
    ...ofWave(asked, '', said),
    uploadHref: textFilesHref(wave),
    sources: sources.map(({ id, title, fileName, texts, by, at }) => ({
      title,
      lines: [textCount(texts), fileName, `eingelesen ${dayAndTime(at)}${by === null ? '' : ` von ${by}`}`],
      listHref: `${textListHref(wave)}?frage=${fieldOfSource(id)}`,
      undoHref: textFileUndoHref(wave, id),
    })),
  }
}

/** What a file would bring; where it cannot be read at all, why. */
export function filePreviewPage(
  asked: AskedTexts,
  upload: { id: string; fileName: string },
  outcome: TextOutcome | readonly string[],
): TextFilePreviewPage {
  const wave = asked.wave.id
  const problems = 'length' in outcome ? outcome : outcome.problems
  const more = problems.length - mostProblems
  const told = more > 0 ? [...problems.slice(0, mostProblems), `und ${formatNumber(more)} weitere`] : problems
  const { sources, texts } = 'length' in outcome || problems.length > 0 ? { sources: [], texts: [] } : outcome
  const left = texts.length - mostTexts
  return {
    ...ofWave(asked, '', { errors: told.map((message) => ({ field: '', message })) }),
    file: upload.fileName,
    href: textFilePreviewHref(wave, upload.id),
    filesHref: textFilesHref(wave),
    summary:
      problems.length > 0
        ? ''
        : `Noch ist nichts eingelesen: ${textCount(texts.length)} aus ${sources.length === 1 ? 'einer Quelle' : `${formatNumber(sources.length)} Quellen`}.`,
    sources: sources.map((one) => [one.title, formatNumber(one.texts)]),
    texts: texts.slice(0, mostTexts).map(({ source, place, text }) => [source, place, text]),
    more: left > 0 ? `und ${textCount(left, 'weiterer', 'weitere')}` : '',
    mayConfirm: problems.length === 0,
  }
}

function textCount(count: number, one = 'ein', many = ''): string {
  return count === 1 ? `${one} Text` : `${formatNumber(count)} ${many === '' ? '' : `${many} `}Texte`
}
