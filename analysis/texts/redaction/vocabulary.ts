import { ordinaryWords } from './ordinary-words.ts'

/** Endings of cases and numbers, and of women in a profession. */
const inflections = ['', 'e', 'n', 'en', 'er', 'ern', 'em', 'es', 's', 'ens', 'in', 'innen', 'nen', 'se', 'sen']
/** What makes nouns of other words; names of places and persons hardly end so. */
const derived =
  /..(?:ung|heit|keit|schaft|taet|tion|sion|ment|ismus|nis|kunft|ent|ant|enz|anz|logie|ra(?:ph|f)ie|[fgmnpt]ik|eur|ator|erei|ende|ierte|jaehrige|taetige|liche|ische|lose|bare|same)(?:e|en|s|es|r|n|se|ssen|sse|nen)?$/
/** What words are made with, and stands before one that is known. */
const before =
  /^(?:ab|an|auf|aus|be|bei|dar|durch|ein|ent|er|fehl|fort|ge|gegen|grund|haupt|her|hin|hoch|innen|kern|mit|nach|neben|neu|nicht|ober|probe|rueck|sonder|teil|ueber|um|un|unter|ver|voll|vor|weg|weiter|wieder|zer|zu|zusammen|zwischen)/
/** Nouns that names of places and people end in: what is made of them is known only if it stands in the list as a whole. */
const placeLike =
  /(?:bach|berg|burg|dorf|hof|heim|hausen|stadt|tal|wald|feld|au|see|stein|brunn|bronn|kirch|weiler|hofen|stetten|zell|ried|mann|haus|strasse|gasse)(?:s|es|er|e|en)?$/
/** Houses of all kinds end so; they are called after somebody unless their beginning is a word too (`Grundschule`). */
const house =
  /(?:werk|stift|stiftung|schule|hoehe|kirche|allee|park|zentrum|halle|klinik|hotel|verlag|platz|weg)(?:s|es|e|en|n)?$/
const links = ['', 's', 'es', 'n', 'en', 'er', 'e']
const shortestPart = 3
const shortestHead = 4

/** Words that say nothing about who writes: those of the field, and what can be made of them. */
export class Vocabulary {
  readonly #words: Set<string>
  readonly #known = new Map<string, boolean>()

  /** @param more further words, folded: those that occur in texts of several units, or in small letters. */
  constructor(more: Iterable<string> = []) {
    this.#words = new Set([...ordinaryWords, ...more])
  }

  /** Whether a folded word is in the list, an inflected or derived form of one, or a compound that ends in one. */
  isOrdinary(folded: string): boolean {
    const known = this.#known.get(folded)
    if (known !== undefined) return known
    const ordinary = this.#isWord(folded) || (!placeLike.test(folded) && this.#isMade(folded))
    this.#known.set(folded, ordinary)
    return ordinary
  }

  #isWord(folded: string): boolean {
    return inflections.some((ending) => {
      if (!folded.endsWith(ending)) return false
      const stem = folded.slice(0, folded.length - ending.length)
      return stem.length >= shortestPart && [stem, `${stem}e`, plain(stem)].some((one) => this.#words.has(one))
    })
  }

  #isMade(folded: string): boolean {
    if (this.#isWord(folded.replace(before, ''))) return true
    const isHouse = house.test(folded)
    if (derived.test(folded) && !isHouse) return true
    for (let at = shortestPart; at <= folded.length - shortestPart; at += 1) {
      const end = folded.slice(at)
      if (!this.#isWord(end) && !this.#isWord(end.replace(before, ''))) continue
      if ((end.length >= shortestHead && !isHouse) || this.#begins(folded.slice(0, at))) return true
    }
    return false
  }

  /** Whether the beginning of a compound is a word, with or without what links it to the end. */
  #begins(beginning: string): boolean {
    return links.some(
      (link) => beginning.endsWith(link) && this.isOrdinary(beginning.slice(0, beginning.length - link.length)),
    )
  }
}

/** Without the umlaut of a plural: `plaene` → `plane`. */
const plain = (folded: string) => folded.replace(/([aou])e(?=[^aeiou]+e?n?$)/, '$1')

/** What is ordinary without a look at other texts. */
export const everydayWords = new Vocabulary()
