/** Letters of number plates by which people call Kreise and towns. */
const plates = `
  BB GP LB WN HN KÜN SHA TBB HDH BAD HD MOS PF CW FDS FR OG RW VS TUT KN LÖ WT RT TÜ BL UL BC FN RV SIG AA ES KA MA RA EM
  BH BCH BK CR GD LEO MGH ÖHR SÄK SLG SLS ÜB VAI WEH WOL BR`

/** In offices these mean Mitarbeitende, Rechtsanwalt, Agentur für Arbeit and the like, or are words. */
const alsoOthers = 'AA ES KA MA RA EM BAD BR BH PF'

const listOf = (text: string) => new Set(text.trim().split(/\s+/))
const [all, ambiguous] = [listOf(plates), listOf(alsoOthers)]

const beside = /^(?:lra|lkr|lk|kreis|landkreis(?:es)?|landratsamt(?:e?s)?|stadt|raum|region)$/

/** Whether letters stand for a Kreis: `SHA` wherever it stands, `ES` only behind a word such as `LRA` or `Kreis`. */
export const isPlate = (word: string, before: string): boolean =>
  all.has(word) && (!ambiguous.has(word) || beside.test(before))
