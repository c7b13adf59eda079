/** A Rückfrage with what was said to it, as those see it who answer. */
export interface QueryView {
  id: number
  /** Where it is answered, or ''. */
  href: string
  /** `F4, Anzahl der Zielpersonen`. */
  label: string
  /** `Rückfrage zu F4, Anzahl der Zielpersonen`. */
  title: string
  /** What the check says that it is about, or ''. */
  sentence: string
  /** The id of the question that it is shown with. */
  question: string
  /** Where the answer stands that it is about. */
  fieldHref: string
  badge: { tone: 'warning' | 'info' | 'success'; label: string }
  /** `15.12.2026`; '' where no answer is waited for. */
  due: string
  open: boolean
  entries: {
    /** `Rückfrage`, `Ihre Antwort`. */
    who: string
    /** Initials, or ''. */
    by: string
    at: string
    text: string
    /** Where something was changed and submitted. */
    receipt: { href: string; number: string } | null
  }[]
}

/** One Rückfrage, and the place to answer. */
export interface QueryPage {
  query: QueryView
  action: string
  /** What was typed and not taken, with why. */
  typed: string
  error: string
  notice: string
  /** The answer that it is about can be changed. */
  changeable: boolean
  checkHref: string
}
