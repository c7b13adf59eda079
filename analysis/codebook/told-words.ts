import { fewest } from '../disclosure/fewest.ts'

/** What is said wherever a figure was taken out. */
export const hiddenWords = `Zahlen, aus denen sich die Angabe von weniger als ${fewest} ablesen oder errechnen ließe, fehlen oder sind „verdeckt“.`
