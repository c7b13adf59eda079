import { withDecimals } from '../../decimals.ts'
import { hidden } from '../../disclosure/hidden.ts'
import { cellWords } from './count-words.ts'
import type { CategoriesByAnswer } from './cross-categories.ts'
import type { DocumentTable } from './document.ts'
import type { CommentShare, WhoCommented } from './who-commented.ts'

/** Who commented, as a table of an annex. */
export const whoCommentedTable = (
  { all, groups }: WhoCommented,
  { by, many }: { by: string; many: string },
): DocumentTable => ({
  id: 'wer-kommentiert',
  title: `Wer kommentiert hat, nach ${by}`,
  heads: [by, `${many} mit Antwort`, 'davon mit Kommentar', 'Anteil'],
  rows: [all, ...groups].map((one) => [one.title, cellWords(one.answered), cellWords(one.commented), shareWords(one)]),
  note: '',
})

const shareWords = ({ share }: CommentShare) => (share === hidden ? share : `${withDecimals(share, 1)} %`)

/** Categories beside an answer, as a table of an annex. */
export const crossedTable = (
  { answers, rows }: CategoriesByAnswer,
  { id, title, many }: { id: string; title: string; many: string },
): DocumentTable => ({
  id,
  title,
  heads: ['Kategorie', 'alle', ...answers.map(({ answer }) => answer)],
  rows: [
    [`${many} mit Kommentar`, '', ...answers.map(({ units }) => cellWords(units))],
    ...rows.map(({ name, units, byAnswer }) => [name, cellWords(units), ...byAnswer.map(cellWords)]),
  ],
  note: `Gezählt sind ${many}, die zu der Kategorie geschrieben haben, wie viel auch immer.`,
})
